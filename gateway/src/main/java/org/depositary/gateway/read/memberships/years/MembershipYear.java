package org.depositary.gateway.read.memberships.years;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.read.lists.CsvColumns;
import org.depositary.vocabulary.sources.Source;

/**
 * The status of a party in an organisation in a year: the last one of the year.
 *
 * @param cow number of the state in Correlates of War, as valid in the year
 * @param gw number of the state in the list of Gleditsch and Ward, as valid in the year
 * @param certainty {@code possible} if imprecise dates or missing coverage leave open whether the party had it in the year
 * @param change the fact that began the status
 * @param source the address of the first source of that fact, or else its title
 */
@JsonInclude(Include.ALWAYS)
public record MembershipYear(
        String organization,
        String organizationName,
        String party,
        String partyName,
        Optional<String> cow,
        Optional<String> gw,
        int year,
        String status,
        String certainty,
        String change,
        String source) {

    private static final String REGISTER = "Depositary";

    /** The columns for analysts. */
    public static final CsvColumns ALL = CsvColumns.of(
            MembershipYear.class,
            List.of(
                    "organization",
                    "organization_name",
                    "party",
                    "party_name",
                    "cow",
                    "gw",
                    "year",
                    "status",
                    "certainty",
                    "source"),
            row -> List.of(
                    row.organization,
                    row.organizationName,
                    row.party,
                    row.partyName,
                    row.cow.orElse(""),
                    row.gw.orElse(""),
                    String.valueOf(row.year),
                    row.status,
                    row.certainty,
                    row.source));

    /** The columns of an import file in the format state-years. */
    public static final CsvColumns IMPORT = CsvColumns.of(
            MembershipYear.class,
            List.of("organization", "party", "year", "status", "source"),
            row -> List.of(row.organization, row.party, String.valueOf(row.year), row.status, row.source));

    /** An import file needs a source in every row. A fact whose sources are only passages gives the name of the register. */
    static String source(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> Stream.of(Optional.ofNullable(source.uri()), Optional.ofNullable(source.title())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(REGISTER);
    }
}
