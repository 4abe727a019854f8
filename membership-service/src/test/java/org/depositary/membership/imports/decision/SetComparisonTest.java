package org.depositary.membership.imports.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.Together;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.domain.MembershipDecider;
import org.depositary.membership.imports.report.SourcedChange;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Source;
import org.depositary.vocabulary.timeline.Change;
import org.junit.jupiter.api.Test;

/** {@code accession 1990} is a change; what a set said and what a file says are lists of them. */
class SetComparisonTest {

    @Test
    void theSameIsKnown() {
        assertThat(steps(List.of("accession 1990", "lapse 1995"), List.of("accession 1990", "lapse 1995")))
                .containsExactly("known accession 1990", "known lapse 1995");
    }

    @Test
    void whatMovedIsPairedWithItsOwnKindAndTheNearestDate() {
        assertThat(steps(
                        List.of("accession 1990", "lapse 1995", "accession 2000", "lapse 2005"),
                        List.of("accession 2001", "lapse 2006")))
                .containsExactlyInAnyOrder(
                        "moved accession 2000 to 2001",
                        "moved lapse 2005 to 2006",
                        "gone accession 1990",
                        "gone lapse 1995");
    }

    @Test
    void datesMayMovePastEachOther() {
        assertThat(steps(List.of("accession 1990", "lapse 1995"), List.of("accession 1996", "lapse 1999")))
                .containsExactlyInAnyOrder("moved accession 1990 to 1996", "moved lapse 1995 to 1999");
    }

    @Test
    void anotherStatusIsAnotherChange() {
        assertThat(steps(List.of("accession 1990"), List.of("observer-status 1990")))
                .containsExactlyInAnyOrder("gone accession 1990", "new observer-status 1990");
    }

    @Test
    void whatTheTimelineHasNoRoomForIsTakenOutAndTheRestStands() {
        assertThat(steps(
                        List.of(),
                        List.of("lapse 1985", "accession 1990", "accession 1992", "lapse 1995", "lapse 1999")))
                .containsExactly(
                        "rejected lapse 1985",
                        "new accession 1990",
                        "rejected accession 1992",
                        "new lapse 1995",
                        "rejected lapse 1999");
    }

    @Test
    void whatOthersBuiltOnStaysAndTheRestIsDone() {
        assertThat(steps(List.of("accession 1990"), List.of("withdrawal 1995"), List.of("observer-status 1997")))
                .containsExactly("kept fact-0", "new observer-status 1997");
    }

    @Test
    void whatIsProtectedIsNotRetractedNorMoved() {
        var protection = SetFactProtection.fromChange("line 7");
        assertThat(steps(
                        List.of("accession 1990", "lapse 1995", "accession 2000"),
                        List.of("accession 1990", "lapse 1996"),
                        protection))
                .containsExactly("known accession 1990", "kept fact-1", "kept fact-2", "rejected lapse 1996");
    }

    @Test
    void whatIsProtectedMayHaveChangesAddedToIt() {
        assertThat(steps(List.of("accession 1990"), List.of("withdrawal 1999"), SetFactProtection.fromChange("line 7")))
                .containsExactly("kept fact-0", "new withdrawal 1999");
    }

    @Test
    void whatIsProtectedIsKnownWhereTheFileIsVaguer() {
        assertThat(steps(
                        List.of("accession 1990", "lapse 1996-01-01"),
                        List.of("accession 1989/1990", "lapse 1996-01-01/1997-01-01"),
                        SetFactProtection.fromChange("line 7")))
                .containsExactly("known accession 1989/1990", "known lapse 1996-01-01/1997-01-01");
    }

    @Test
    void whatIsProtectedStaysWhereTheFileMayMeanTheSame() {
        assertThat(steps(
                        List.of("accession 1990", "lapse 1993-01-01", "observer-status 1996"),
                        List.of("accession 1990-05", "observer-status 1993-01-01/1996-01-01"),
                        SetFactProtection.fromChange("line 7")))
                .containsExactly("kept fact-0", "kept fact-2", "kept fact-1");
    }

    @Test
    void whatIsOnlyProtectedFromRetractionMayMove() {
        assertThat(steps(
                        List.of("accession 1990", "lapse 1995"),
                        List.of("accession 1991"),
                        SetFactProtection.fromRetraction("line 7")))
                .containsExactly("moved accession 1990 to 1991", "kept fact-1");
    }

    @Test
    void nothingIsRetractedOfAPartyOfWhichARowIsRejected() {
        assertThat(steps(List.of("observer-status 1990"), List.of("lapse 1985", "accession 1995")))
                .containsExactly("kept fact-0", "rejected lapse 1985", "new accession 1995");
    }

    @Test
    void aMembershipOfAsManyRowsAsAFileMayHaveIsDecided() {
        var said = new ArrayList<String>();
        var file = new ArrayList<String>();
        for (int year = 1000; year < 2000; year++) {
            said.add("accession %d-01".formatted(year));
            said.add("withdrawal %d-06".formatted(year));
            file.add("accession %d-02".formatted(year));
            file.add("accession %d-03".formatted(year));
        }
        assertThat(steps(said, file)).hasSize(3_000);
    }

    private static List<String> steps(List<String> said, List<String> file) {
        return steps(said, file, SetFactProtection.NONE);
    }

    private static List<String> steps(List<String> said, List<String> file, SetFactProtection protection) {
        return steps(said, List.of(), file, protection);
    }

    private static List<String> steps(List<String> said, List<String> others, List<String> file) {
        return steps(said, others, file, SetFactProtection.NONE);
    }

    /** What is to be done, and it can be done. */
    private static List<String> steps(
            List<String> said, List<String> others, List<String> file, SetFactProtection protection) {
        var ids = new ArrayList<String>();
        var facts = new ArrayList<NewFact<MembershipChange>>();
        for (var change : said) {
            ids.add("fact-" + ids.size());
            facts.add(new NewFact<>(ids.getLast(), change(change), SOURCES));
        }
        others.forEach(change -> facts.add(new NewFact<>("other-" + change, change(change), SOURCES)));
        var recorded = MembershipDecider.DECIDER.decide(new RecordFacts<>(facts), FactStream.empty());
        var ledger = MembershipDecider.DECIDER.fold(FactStream.empty(), recorded);
        var before = new ArrayList<SetFact>();
        for (int i = 0; i < ids.size(); i++) {
            before.add(new SetFact(ids.get(i), new SourcedChange(change(said.get(i)), SOURCES)));
        }
        var wanted = new ArrayList<FileChange>();
        file.forEach(change -> wanted.add(new FileChange(wanted.size() + 2, new SourcedChange(change(change), SOURCES))));
        var steps = SetComparison.steps(ledger, before, wanted, protection);
        var commands = StepResults.of(steps, "because").commands();
        assertThat(MembershipDecider.DECIDER.decide(new Together<>(commands), ledger))
                .hasSize((int) steps.stream()
                        .filter(step ->
                                step instanceof DecisionStep.New || step instanceof DecisionStep.Moved || step instanceof DecisionStep.Gone)
                        .count());
        return steps.stream().map(SetComparisonTest::told).toList();
    }

    private static final List<Source> SOURCES = List.of(Source.reference("A yearbook", null));

    private static MembershipChange change(String text) {
        var parts = text.split(" ");
        return new MembershipChange(
                "sco",
                new Party("KZ"),
                Change.of(parts[0]),
                PartialDate.parse(parts[1]),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static String told(DecisionStep step) {
        return switch (step) {
            case DecisionStep.Known(var wanted, var fact) -> "known " + told(wanted.change());
            case DecisionStep.Kept(var line, var fact, var reason) -> "kept " + fact;
            case DecisionStep.New(var id, var wanted) -> "new " + told(wanted.change());
            case DecisionStep.Moved(var said, var wanted) ->
                "moved %s to %s".formatted(told(said.change()), wanted.change().effective());
            case DecisionStep.Gone(var said) -> "gone " + told(said.change());
            case DecisionStep.Rejected(var wanted, var reason) -> "rejected " + told(wanted.change());
        };
    }

    private static String told(MembershipChange change) {
        return change.change() + " " + change.effective();
    }
}
