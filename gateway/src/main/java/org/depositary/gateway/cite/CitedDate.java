package org.depositary.gateway.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An EDTF date as citations need it.
 *
 * @param sides the numbers of year, month and day of a date, or of both ends of an interval
 * @param approximate whether the source doubts the date or gives it only approximately
 */
record CitedDate(List<List<Integer>> sides, boolean approximate) {

    private static final Pattern SIDE = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\\d{2}))?([~?%])?");

    /** Empty for a date without a year that both formats can express, such as {@code 199X}, a season, or an open interval. */
    static Optional<CitedDate> parse(String edtf) {
        var sides = new ArrayList<List<Integer>>();
        boolean approximate = false;
        for (var text : edtf.split("/", -1)) {
            var side = SIDE.matcher(text);
            if (!side.matches()) {
                return Optional.empty();
            }
            sides.add(Stream.of(1, 2, 3)
                    .map(side::group)
                    .filter(part -> part != null)
                    .map(Integer::valueOf)
                    .toList());
            approximate |= side.group(4) != null;
        }
        return Optional.of(new CitedDate(List.copyOf(sides), approximate));
    }

    int year() {
        return sides.getFirst().getFirst();
    }

    /** The month, if the date is in only one. */
    Optional<Integer> month() {
        return sides.size() == 1 ? sides.getFirst().stream().skip(1).findFirst() : Optional.empty();
    }
}
