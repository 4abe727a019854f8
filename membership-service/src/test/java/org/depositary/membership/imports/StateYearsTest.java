package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Source;
import org.depositary.vocabulary.timeline.Status;
import org.junit.jupiter.api.Test;

/** {@code 1990:member} is a row; the first one stands in line 2. */
class StateYearsTest {

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
        assertThat(told(StateYears.of("sco", new Party("KZ"), rows("1990:member"), Optional.empty())))
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
        var read = StateYears.of(
                "sco",
                new Party("KZ"),
                rows("1990:member", "1990:member", "1990:observer", "1993:suspended", "1994:suspended"),
                Optional.of(1990));
        assertThat(told(read)).containsExactly("accession 1990 (2)");
        assertThat(read.rejected().stream()
                        .map(outcome -> outcome.line().orElseThrow() + " "
                                + outcome.reason().orElseThrow()))
                .containsExactly(
                        "3 Line 2 says so already",
                        "4 Line 2 says that it was member in 1990",
                        "5 Suspended without a status the year before",
                        "6 Suspended without a status the year before");
    }

    private static List<String> changes(int lastYear, String... rows) {
        return told(StateYears.of("sco", new Party("KZ"), rows(rows), Optional.of(lastYear)));
    }

    private static List<String> told(FileChanges read) {
        return read.changes().stream()
                .map(wanted -> "%s %s (%d)"
                        .formatted(wanted.change().change(), wanted.change().effective(), wanted.line()))
                .toList();
    }

    private static List<StateYears.Year> rows(String... rows) {
        var years = new ArrayList<StateYears.Year>();
        for (var row : rows) {
            var parts = row.split(":");
            years.add(new StateYears.Year(
                    years.size() + 2,
                    Integer.parseInt(parts[0]),
                    Status.of(parts[1]),
                    List.of(Source.reference("A yearbook", null))));
        }
        return years;
    }
}
