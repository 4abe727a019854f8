package org.depositary.testing;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A generated file of exercises, with the sums that its valid rows must give.
 *
 * @param participations the number of pairs of an exercise and a party
 * @param rejectedLines the lines that must be rejected, with their columns
 * @param byYear the number of exercises by the year of their start
 * @param byParty the number of exercises by party
 * @param byPair the number of exercises by pair of parties, such as {@code CN-RU}
 */
public record ExerciseDataSet(
        String csv,
        int exercises,
        int participations,
        SortedMap<Integer, String> rejectedLines,
        SortedMap<String, Integer> byYear,
        SortedMap<String, Integer> byParty,
        SortedMap<String, Integer> byPair) {

    /** The parameters with which the file is to be imported. */
    public static final Map<String, String> PARAMETERS = Map.of("date-format", "M/d/yy", "missing", "-9,NA");

    static final List<String> HEADER = List.of(
            "id",
            "name",
            "kind",
            "start",
            "end",
            "organization",
            "participants",
            "party:BY",
            "party:TJ",
            "place",
            "country",
            "lat",
            "lon",
            "strength_min",
            "strength_max",
            "series",
            "source");
}
