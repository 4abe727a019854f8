package org.depositary.membership.imports.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Source;
import org.depositary.vocabulary.timeline.Status;
import org.junit.jupiter.api.Test;

/** {@code 1990:member} is a row; the first one stands in line 2. */
class StateYearChangesTest {

    @Test
    void aRunOfYearsIsASpanThatEndsWithItsLastYear() {
        assertThat(changes(2000, "1990:member", "1991:member", "1992:member"))
                .containsExactly("accession 1990 (2)", "lapse 1993-01-01 (4)");
    }

    @Test
    void theLastYearOfTheFileLeavesItOpen() {
        assertThat(changes(1991, "1990:member", "1991:member")).containsExactly("accession 1990 (2)");
    }

    @Test
    void nothingIsLeftOpenWhereTheOrganisationItselfEnds() {
        assertThat(told(read(ends(1990), UnknownYears.NONE, "1990:member")))
                .containsExactly("accession 1990 (2)", "lapse 1991-01-01 (2)");
    }

    @Test
    void aYearWithoutARowIsAGap() {
        assertThat(changes(1994, "1990:member", "1992:member", "1993:none", "1994:member"))
                .containsExactly(
                        "accession 1990 (2)",
                        "lapse 1991-01-01 (2)",
                        "accession 1992 (3)",
                        "lapse 1993-01-01 (3)",
                        "accession 1994 (5)");
    }

    @Test
    void oneStatusFollowsTheOtherOnTheFirstDayOfTheYear() {
        assertThat(changes(1993, "1990:observer", "1991:associate", "1992:member", "1993:member"))
                .containsExactly(
                        "observer-status 1990 (2)", "associate-status 1991-01-01 (3)", "accession 1992-01-01 (4)");
    }

    @Test
    void aSuspensionEndsInReinstatement() {
        assertThat(changes(1993, "1990:member", "1991:suspended", "1992:member", "1993:member"))
                .containsExactly("accession 1990 (2)", "suspension 1991-01-01 (3)", "reinstatement 1992-01-01 (4)");
    }

    @Test
    void afterASuspensionItMayBeSomethingElse() {
        assertThat(changes(1992, "1990:member", "1991:suspended", "1992:observer"))
                .containsExactly(
                        "accession 1990 (2)",
                        "suspension 1991-01-01 (3)",
                        "reinstatement 1992-01-01 (4)",
                        "observer-status 1992-01-01 (4)");
    }

    @Test
    void whatRepeatsOrContradictsAnotherRowIsTold() {
        var read = read(
                goesOnAfter(1994),
                UnknownYears.NONE,
                "1990:member",
                "1990:member",
                "1990:observer",
                "1993:suspended",
                "1994:suspended");
        assertThat(told(read)).containsExactly("accession 1990 (2)", "lapse 1991-01-01 (2)");
        assertThat(read.rejected().stream()
                        .map(outcome -> outcome.line().orElseThrow() + " "
                                + outcome.reason().orElseThrow()))
                .containsExactly(
                        "3 Line 2 says so already",
                        "4 Line 2 says that it was member in 1990",
                        "5 Suspended without a status the year before",
                        "6 Suspended without a status the year before");
        assertThat(read.contradicted()).containsExactly(4, 5, 6);
    }

    @Test
    void anUnknownYearBetweenYearsOfOneStatusHidesNoChange() {
        assertThat(changes(2000, unknown(1992), "1990:member", "1991:member", "1993:member"))
                .containsExactly("accession 1990 (2)", "lapse 1994-01-01 (4)");
    }

    @Test
    void anUnknownYearBeforeTheFirstOneMayHaveBeenTheFirst() {
        assertThat(changes(1991, unknown(1988, 1989), "1990:member", "1991:member"))
                .containsExactly("accession 1988/1990 (2)");
    }

    @Test
    void anUnknownYearAfterTheLastOneMayHaveBeenTheLast() {
        assertThat(changes(2000, unknown(1992), "1990:member", "1991:member"))
                .containsExactly("accession 1990 (2)", "lapse 1992-01-01/1993-01-01 (3)");
    }

    @Test
    void anUnknownYearAtTheEndOfTheFileLeavesItOpen() {
        assertThat(changes(1992, unknown(1992), "1990:member", "1991:member")).containsExactly("accession 1990 (2)");
    }

    @Test
    void anUnknownYearAtTheEndOfTheOrganisationMayHaveBeenTheLast() {
        assertThat(told(read(ends(1992), unknown(1992), "1990:member", "1991:member")))
                .containsExactly("accession 1990 (2)", "lapse 1992-01-01/1993-01-01 (3)");
    }

    @Test
    void anUnknownYearBetweenTwoStatusesHasTheChangeSomewhere() {
        assertThat(changes(1994, unknown(1992, 1993), "1990:observer", "1991:observer", "1994:member"))
                .containsExactly("observer-status 1990 (2)", "accession 1992-01-01/1994-01-01 (4)");
        assertThat(changes(1993, unknown(1991), "1990:member", "1992:suspended", "1993:member"))
                .containsExactly(
                        "accession 1990 (2)", "suspension 1991-01-01/1992-01-01 (3)", "reinstatement 1993-01-01 (4)");
    }

    @Test
    void anUnknownYearInAGapChangesNothingButTheDatesBesideIt() {
        assertThat(changes(1995, unknown(1992, 1980), "1990:member", "1994:member", "1995:member"))
                .containsExactly("accession 1990 (2)", "lapse 1991-01-01 (2)", "accession 1994 (3)");
        assertThat(changes(1994, unknown(1991, 1993), "1990:member", "1994:member"))
                .containsExactly("accession 1990 (2)", "lapse 1991-01-01/1992-01-01 (2)", "accession 1993/1994 (3)");
    }

    @Test
    void aYearThatSaysNoneIsKnown() {
        assertThat(changes(1994, unknown(1991, 1993), "1990:member", "1992:none", "1994:member"))
                .containsExactly("accession 1990 (2)", "lapse 1991-01-01/1992-01-01 (2)", "accession 1993/1994 (4)");
    }

    @Test
    void aYearThatCannotBeReadLeavesNoGap() {
        var unread = new UnknownYears(Set.of(), 1);
        assertThat(changes(2000, unread, "1990:member", "1992:member", "1996:observer"))
                .containsExactly("accession 1989/1990 (2)", "observer-status 1993-01-01/1996-01-01 (4)");
        assertThat(told(read(ends(1992), unread, "1990:member", "1991:none", "1992:member")))
                .containsExactly(
                        "accession 1989/1990 (2)",
                        "lapse 1991-01-01 (2)",
                        "accession 1992 (4)",
                        "lapse 1993-01-01 (4)");
    }

    @Test
    void aSuspensionThatIsRejectedLeavesItsYearUnknown() {
        assertThat(changes(1992, UnknownYears.NONE, "1990:suspended", "1991:member", "1992:member"))
                .containsExactly("accession 1990/1991 (3)");
        assertThat(changes(1993, UnknownYears.NONE, "1989:member", "1991:suspended", "1993:member"))
                .containsExactly("accession 1989 (2)", "lapse 1990-01-01 (2)", "accession 1993 (4)");
    }

    @Test
    void noYearComesBeforeTheYear1000() {
        assertThat(changes(1001, new UnknownYears(Set.of(), 7), "1001:member"))
                .containsExactly("accession 1000/1001 (2)");
    }

    private static UnknownYears unknown(Integer... years) {
        return new UnknownYears(Set.of(years), 0);
    }

    private static StateYearChanges.LastYear goesOnAfter(int year) {
        return new StateYearChanges.LastYear(year, false);
    }

    private static StateYearChanges.LastYear ends(int year) {
        return new StateYearChanges.LastYear(year, true);
    }

    private static FileChanges read(StateYearChanges.LastYear last, UnknownYears unknown, String... rows) {
        return StateYearChanges.of("sco", new Party("KZ"), rows(rows), last, unknown);
    }

    private static List<String> changes(int lastYear, UnknownYears unknown, String... rows) {
        return told(read(goesOnAfter(lastYear), unknown, rows));
    }

    private static List<String> changes(int lastYear, String... rows) {
        return changes(lastYear, UnknownYears.NONE, rows);
    }

    private static List<String> told(FileChanges read) {
        return read.changes().stream()
                .map(wanted -> "%s %s (%d)"
                        .formatted(wanted.change().change(), wanted.change().effective(), wanted.line()))
                .toList();
    }

    private static List<StateYearChanges.Year> rows(String... rows) {
        var years = new ArrayList<StateYearChanges.Year>();
        for (var row : rows) {
            var parts = row.split(":");
            years.add(new StateYearChanges.Year(
                    years.size() + 2,
                    Integer.parseInt(parts[0]),
                    Status.of(parts[1]),
                    List.of(Source.reference("A yearbook", null))));
        }
        return years;
    }
}
