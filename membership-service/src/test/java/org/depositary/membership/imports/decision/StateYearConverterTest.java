package org.depositary.membership.imports.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.sources.Source;
import org.depositary.vocabulary.timeline.MembershipStatus;
import org.junit.jupiter.api.Test;

/** {@code 1990:member} is a row; the first row is in line 2. */
class StateYearConverterTest {

    @Test
    void consecutive_years_are_a_span_that_ends_with_the_last_year() {
        assertThat(changes(2000, "1990:member", "1991:member", "1992:member"))
                .containsExactly("accession 1990 (2)", "lapse 1993-01-01 (4)");
    }

    @Test
    void the_last_year_of_the_file_ends_no_span() {
        assertThat(changes(1991, "1990:member", "1991:member")).containsExactly("accession 1990 (2)");
    }

    @Test
    void the_last_year_of_the_file_ends_a_span_of_a_state_that_ended_in_it() {
        var yugoslavia = StateYearConverter.of(
                "sco",
                new Party("YUCS"),
                rows("2002:member", "2003:member"),
                continuesAfter(2003),
                UnknownStatusYears.NONE);
        assertThat(texts(yugoslavia)).containsExactly("accession 2002 (2)", "lapse 2004-01-01 (3)");
    }

    @Test
    void the_end_of_the_organisation_ends_all_spans() {
        assertThat(texts(convert(ends(1990), UnknownStatusYears.NONE, "1990:member")))
                .containsExactly("accession 1990 (2)", "lapse 1991-01-01 (2)");
    }

    @Test
    void a_year_without_a_row_is_a_gap() {
        assertThat(changes(1994, "1990:member", "1992:member", "1993:none", "1994:member"))
                .containsExactly(
                        "accession 1990 (2)",
                        "lapse 1991-01-01 (2)",
                        "accession 1992 (3)",
                        "lapse 1993-01-01 (3)",
                        "accession 1994 (5)");
    }

    @Test
    void one_status_follows_another_on_the_first_day_of_the_year() {
        assertThat(changes(1993, "1990:observer", "1991:associate", "1992:member", "1993:member"))
                .containsExactly(
                        "observer-status 1990 (2)", "associate-status 1991-01-01 (3)", "accession 1992-01-01 (4)");
    }

    @Test
    void a_suspension_ends_in_reinstatement() {
        assertThat(changes(1993, "1990:member", "1991:suspended", "1992:member", "1993:member"))
                .containsExactly("accession 1990 (2)", "suspension 1991-01-01 (3)", "reinstatement 1992-01-01 (4)");
    }

    @Test
    void another_status_may_follow_a_suspension() {
        assertThat(changes(1992, "1990:member", "1991:suspended", "1992:observer"))
                .containsExactly(
                        "accession 1990 (2)",
                        "suspension 1991-01-01 (3)",
                        "reinstatement 1992-01-01 (4)",
                        "observer-status 1992-01-01 (4)");
    }

    @Test
    void duplicate_and_contradicting_rows_are_rejected() {
        var converted = convert(
                continuesAfter(1994),
                UnknownStatusYears.NONE,
                "1990:member",
                "1990:member",
                "1990:observer",
                "1993:suspended",
                "1994:suspended");
        assertThat(texts(converted)).containsExactly("accession 1990 (2)", "lapse 1991-01-01 (2)");
        assertThat(converted.rejected().stream()
                        .map(outcome -> outcome.line().orElseThrow() + " "
                                + outcome.reason().orElseThrow()))
                .containsExactly(
                        "3 Repeats line 2",
                        "4 Contradicts line 2: status member in 1990",
                        "5 Suspended without a status the year before",
                        "6 Suspended without a status the year before");
        assertThat(converted.contradicting()).containsExactly(4, 5, 6);
    }

    @Test
    void an_unknown_year_between_years_of_one_status_hides_no_change() {
        assertThat(changes(2000, unknown(1992), "1990:member", "1991:member", "1993:member"))
                .containsExactly("accession 1990 (2)", "lapse 1994-01-01 (4)");
    }

    @Test
    void an_unknown_year_before_the_first_row_may_be_the_first_year() {
        assertThat(changes(1991, unknown(1988, 1989), "1990:member", "1991:member"))
                .containsExactly("accession 1988/1990 (2)");
    }

    @Test
    void an_unknown_year_after_the_last_row_may_be_the_last_year() {
        assertThat(changes(2000, unknown(1992), "1990:member", "1991:member"))
                .containsExactly("accession 1990 (2)", "lapse 1992-01-01/1993-01-01 (3)");
    }

    @Test
    void an_unknown_year_at_the_end_of_the_file_ends_no_span() {
        assertThat(changes(1992, unknown(1992), "1990:member", "1991:member")).containsExactly("accession 1990 (2)");
    }

    @Test
    void an_unknown_year_at_the_end_of_the_organisation_may_be_the_last_year() {
        assertThat(texts(convert(ends(1992), unknown(1992), "1990:member", "1991:member")))
                .containsExactly("accession 1990 (2)", "lapse 1992-01-01/1993-01-01 (3)");
    }

    @Test
    void an_unknown_year_between_two_statuses_makes_the_date_an_interval() {
        assertThat(changes(1994, unknown(1992, 1993), "1990:observer", "1991:observer", "1994:member"))
                .containsExactly("observer-status 1990 (2)", "accession 1992-01-01/1994-01-01 (4)");
        assertThat(changes(1993, unknown(1991), "1990:member", "1992:suspended", "1993:member"))
                .containsExactly(
                        "accession 1990 (2)", "suspension 1991-01-01/1992-01-01 (3)", "reinstatement 1993-01-01 (4)");
    }

    @Test
    void an_unknown_year_in_a_gap_affects_only_the_adjacent_dates() {
        assertThat(changes(1995, unknown(1992, 1980), "1990:member", "1994:member", "1995:member"))
                .containsExactly("accession 1990 (2)", "lapse 1991-01-01 (2)", "accession 1994 (3)");
        assertThat(changes(1994, unknown(1991, 1993), "1990:member", "1994:member"))
                .containsExactly("accession 1990 (2)", "lapse 1991-01-01/1992-01-01 (2)", "accession 1993/1994 (3)");
    }

    @Test
    void a_year_with_status_none_is_known() {
        assertThat(changes(1994, unknown(1991, 1993), "1990:member", "1992:none", "1994:member"))
                .containsExactly("accession 1990 (2)", "lapse 1991-01-01/1992-01-01 (2)", "accession 1993/1994 (4)");
    }

    @Test
    void an_unreadable_year_leaves_no_gap() {
        var unreadable = new UnknownStatusYears(Set.of(), 1);
        assertThat(changes(2000, unreadable, "1990:member", "1992:member", "1996:observer"))
                .containsExactly("accession 1989/1990 (2)", "observer-status 1993-01-01/1996-01-01 (4)");
        assertThat(texts(convert(ends(1992), unreadable, "1990:member", "1991:none", "1992:member")))
                .containsExactly(
                        "accession 1989/1990 (2)",
                        "lapse 1991-01-01 (2)",
                        "accession 1992 (4)",
                        "lapse 1993-01-01 (4)");
    }

    @Test
    void a_rejected_suspension_leaves_its_year_unknown() {
        assertThat(changes(1992, UnknownStatusYears.NONE, "1990:suspended", "1991:member", "1992:member"))
                .containsExactly("accession 1990/1991 (3)");
        assertThat(changes(1993, UnknownStatusYears.NONE, "1989:member", "1991:suspended", "1993:member"))
                .containsExactly("accession 1989 (2)", "lapse 1990-01-01 (2)", "accession 1993 (4)");
    }

    @Test
    void no_date_is_before_the_year_1000() {
        assertThat(changes(1001, new UnknownStatusYears(Set.of(), 7), "1001:member"))
                .containsExactly("accession 1000/1001 (2)");
    }

    private static UnknownStatusYears unknown(Integer... years) {
        return new UnknownStatusYears(Set.of(years), 0);
    }

    private static StateYearConverter.LastYear continuesAfter(int year) {
        return new StateYearConverter.LastYear(year, false);
    }

    private static StateYearConverter.LastYear ends(int year) {
        return new StateYearConverter.LastYear(year, true);
    }

    private static FileMembershipHistory convert(
            StateYearConverter.LastYear last, UnknownStatusYears unknown, String... rows) {
        return StateYearConverter.of("sco", new Party("KZ"), rows(rows), last, unknown);
    }

    private static List<String> changes(int lastYear, UnknownStatusYears unknown, String... rows) {
        return texts(convert(continuesAfter(lastYear), unknown, rows));
    }

    private static List<String> changes(int lastYear, String... rows) {
        return changes(lastYear, UnknownStatusYears.NONE, rows);
    }

    private static List<String> texts(FileMembershipHistory changes) {
        return changes.changes().stream()
                .map(change -> "%s %s (%d)"
                        .formatted(change.change().change(), change.change().effective(), change.line()))
                .toList();
    }

    private static List<StateYearConverter.YearRow> rows(String... rows) {
        var years = new ArrayList<StateYearConverter.YearRow>();
        for (var row : rows) {
            var parts = row.split(":");
            years.add(new StateYearConverter.YearRow(
                    years.size() + 2,
                    Integer.parseInt(parts[0]),
                    MembershipStatus.of(parts[1]),
                    Optional.empty(),
                    List.of(Source.reference("A yearbook", null))));
        }
        return years;
    }
}
