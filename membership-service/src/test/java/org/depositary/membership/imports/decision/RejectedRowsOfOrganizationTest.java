package org.depositary.membership.imports.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.depositary.imports.file.LineNumbers;
import org.depositary.membership.imports.staging.RejectedRow;
import org.junit.jupiter.api.Test;

/** {@code KZ 1990} is a rejected row; {@code ?} is a year that cannot be read, or comes before an unknown name. */
class RejectedRowsOfOrganizationTest {

    @Test
    void a_row_of_a_party_protects_that_party() {
        var rows = rows("KZ 1990", "KZ ?");
        assertThat(rows.protection("KZ", List.of()))
                .isEqualTo(DataSetFactProtection.fromChange(
                        "Not changed: a rejected row of this party may state it (lines 2 and 3)"));
        assertThat(rows.protection("RU", List.of())).isEqualTo(DataSetFactProtection.NONE);
        assertThat(rows.protection("RU", List.of(9)))
                .isEqualTo(DataSetFactProtection.fromChange(
                        "Not changed: a rejected row of this party may state it (line 9)"));
    }

    @Test
    void a_row_of_an_unknown_party_protects_the_organisation() {
        assertThat(rows("KZ 1990", "?Atlantis 1990").protection("RU", List.of()))
                .isEqualTo(DataSetFactProtection.fromChange(
                        "Not changed: a rejected row with an unreadable party may state it (line 3)"));
    }

    @Test
    void a_row_of_an_unknown_organisation_protects_everything_from_retraction() {
        var rows = new RejectedRowsOfOrganization(List.of(), new LineNumbers(List.of(4, 5, 9), 12));
        assertThat(rows.protection("RU", List.of()))
                .isEqualTo(DataSetFactProtection.fromRetraction(
                        "Not changed: a rejected row with an unreadable organisation may state"
                                + " it (lines 4, 5, 9 and 9 more)"));
    }

    @Test
    void the_years_of_rejected_rows_are_unknown_unless_a_valid_row_has_them() {
        var rows = rows("KZ 1990", "KZ 1995", "KZ ?", "RU 1991");
        assertThat(rows.unknownYears("KZ", Set.of(1995))).isEqualTo(new UnknownStatusYears(Set.of(1990), 1));
        assertThat(rows.unknownYears("CN", Set.of(1995))).isEqualTo(UnknownStatusYears.NONE);
    }

    @Test
    void an_unknown_name_may_be_any_party_without_a_row_in_the_same_year() {
        var rows = rows("?Kasachstahn 1990", "?Kasachstahn 1991", "? 2000", "?Kasachstahn ?");
        assertThat(rows.unknownYears("KZ", Set.of(1989, 1992)))
                .isEqualTo(new UnknownStatusYears(Set.of(1990, 1991, 2000), 0));
        assertThat(rows.unknownYears("RU", Set.of(1990, 1992))).isEqualTo(new UnknownStatusYears(Set.of(2000), 0));
    }

    private static RejectedRowsOfOrganization rows(String... rows) {
        var line = new int[] {2};
        return new RejectedRowsOfOrganization(
                List.of(rows).stream().map(row -> row(line[0]++, row)).toList(), LineNumbers.NONE);
    }

    private static RejectedRow row(int line, String text) {
        var parts = text.split(" ");
        boolean isKnown = !parts[0].startsWith("?");
        return new RejectedRow(
                line,
                "damaged",
                Optional.of("sco"),
                Optional.of(parts[0]).filter(party -> isKnown),
                Optional.of(parts[0].substring(1)).filter(name -> !isKnown && !name.isEmpty()),
                Optional.of(parts[1]).filter(year -> !year.equals("?")).map(Integer::valueOf));
    }
}
