package org.depositary.gateway.read.exercises.participations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.lists.CsvColumns;
import org.depositary.gateway.read.parties.StateNumbers;

/**
 * The participation of a party in an exercise in one year.
 *
 * @param exercise id of the exercise
 * @param url path of the exercise
 * @param dates dates of the exercise (EDTF)
 * @param cow number of the state in Correlates of War, as valid in the year
 * @param gw number of the state in the list of Gleditsch and Ward, as valid in the year
 * @param membersOf the organisations as whose member the party took part
 * @param certainty {@code possible} if an imprecise date or membership leaves open whether the party took part in the year, or on
 *     the requested day
 * @param strengthMin sum of the minimum strengths of the party in all its roles
 * @param strengthMax sum of its maximum strengths
 */
@JsonInclude(Include.ALWAYS)
public record ParticipationYear(
        String exercise,
        String url,
        Optional<String> name,
        String kind,
        Optional<String> status,
        Optional<String> series,
        Optional<String> dates,
        List<String> organizations,
        String party,
        String partyName,
        Optional<String> cow,
        Optional<String> gw,
        int year,
        List<String> roles,
        List<String> membersOf,
        String certainty,
        Optional<Long> strengthMin,
        Optional<Long> strengthMax) {

    private static final String SEPARATOR = ";";

    /** Several values in a cell are separated by semicolons, as in files for import. */
    public static final CsvColumns COLUMNS = CsvColumns.of(
            ParticipationYear.class,
            List.of(
                    "exercise",
                    "name",
                    "kind",
                    "status",
                    "series",
                    "dates",
                    "organizations",
                    "party",
                    "party_name",
                    "cow",
                    "gw",
                    "year",
                    "roles",
                    "members_of",
                    "certainty",
                    "strength_min",
                    "strength_max"),
            ParticipationYear::cells);

    ParticipationYear with(String nameOfParty) {
        var numbers = StateNumbers.of(party, year);
        return new ParticipationYear(
                exercise,
                url,
                name,
                kind,
                status,
                series,
                dates,
                organizations,
                party,
                nameOfParty,
                numbers.cow(),
                numbers.gw(),
                year,
                roles,
                membersOf,
                certainty,
                strengthMin,
                strengthMax);
    }

    private List<String> cells() {
        return List.of(
                exercise,
                name.orElse(""),
                kind,
                status.orElse(""),
                series.orElse(""),
                dates.orElse(""),
                String.join(SEPARATOR, organizations),
                party,
                partyName,
                cow.orElse(""),
                gw.orElse(""),
                String.valueOf(year),
                String.join(SEPARATOR, roles),
                String.join(SEPARATOR, membersOf),
                certainty,
                strengthMin.map(String::valueOf).orElse(""),
                strengthMax.map(String::valueOf).orElse(""));
    }
}
