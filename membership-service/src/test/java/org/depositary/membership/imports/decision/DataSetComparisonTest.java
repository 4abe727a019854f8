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
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.sources.Source;
import org.depositary.vocabulary.timeline.MembershipChangeKind;
import org.junit.jupiter.api.Test;

/** {@code accession 1990} is a change. A set and a file are lists of changes. */
class DataSetComparisonTest {

    @Test
    void repeated_facts_are_known() {
        assertThat(steps(List.of("accession 1990", "lapse 1995"), List.of("accession 1990", "lapse 1995")))
                .containsExactly("known accession 1990", "known lapse 1995");
    }

    @Test
    void changes_are_paired_by_kind_and_nearest_date() {
        assertThat(steps(
                        List.of("accession 1990", "lapse 1995", "accession 2000", "lapse 2005"),
                        List.of("accession 2001", "lapse 2006")))
                .containsExactlyInAnyOrder(
                        "corrected accession 2000 to 2001",
                        "corrected lapse 2005 to 2006",
                        "retracted accession 1990",
                        "retracted lapse 1995");
    }

    @Test
    void a_corrected_date_may_pass_another_date() {
        assertThat(steps(List.of("accession 1990", "lapse 1995"), List.of("accession 1996", "lapse 1999")))
                .containsExactlyInAnyOrder("corrected accession 1990 to 1996", "corrected lapse 1995 to 1999");
    }

    @Test
    void another_kind_of_change_is_another_fact() {
        assertThat(steps(List.of("accession 1990"), List.of("observer-status 1990")))
                .containsExactlyInAnyOrder("retracted accession 1990", "accepted observer-status 1990");
    }

    @Test
    void conflicting_changes_are_rejected_and_the_others_accepted() {
        assertThat(steps(
                        List.of(),
                        List.of("lapse 1985", "accession 1990", "accession 1992", "lapse 1995", "lapse 1999")))
                .containsExactly(
                        "rejected lapse 1985",
                        "accepted accession 1990",
                        "rejected accession 1992",
                        "accepted lapse 1995",
                        "rejected lapse 1999");
    }

    @Test
    void a_fact_that_others_depend_on_is_kept() {
        assertThat(steps(List.of("accession 1990"), List.of("withdrawal 1995"), List.of("observer-status 1997")))
                .containsExactly("kept fact-0", "accepted observer-status 1997");
    }

    @Test
    void a_fact_of_others_is_confirmed_by_a_row_that_is_not_more_precise() {
        assertThat(steps(List.of(), List.of("accession 1990-05"), List.of("accession 1990")))
                .containsExactly("confirmed accession 1990");
        assertThat(steps(List.of(), List.of("accession 1990"), List.of("accession 1990-05")))
                .containsExactly("rejected accession 1990-05");
    }

    @Test
    void protected_facts_are_neither_retracted_nor_corrected() {
        var protection = DataSetFactProtection.fromChange("line 7");
        assertThat(steps(
                        List.of("accession 1990", "lapse 1995", "accession 2000"),
                        List.of("accession 1990", "lapse 1996"),
                        protection))
                .containsExactly("known accession 1990", "kept fact-1", "kept fact-2", "rejected lapse 1996");
    }

    @Test
    void changes_are_added_to_protected_facts() {
        assertThat(steps(
                        List.of("accession 1990"),
                        List.of("withdrawal 1999"),
                        DataSetFactProtection.fromChange("line 7")))
                .containsExactly("kept fact-0", "accepted withdrawal 1999");
    }

    @Test
    void a_protected_fact_is_known_if_the_file_is_less_precise() {
        assertThat(steps(
                        List.of("accession 1990", "lapse 1996-01-01"),
                        List.of("accession 1989/1990", "lapse 1996-01-01/1997-01-01"),
                        DataSetFactProtection.fromChange("line 7")))
                .containsExactly("known accession 1989/1990", "known lapse 1996-01-01/1997-01-01");
    }

    @Test
    void a_protected_fact_is_kept_if_the_file_may_mean_it() {
        assertThat(steps(
                        List.of("accession 1990", "lapse 1993-01-01", "observer-status 1996"),
                        List.of("accession 1990-05", "observer-status 1993-01-01/1996-01-01"),
                        DataSetFactProtection.fromChange("line 7")))
                .containsExactly("kept fact-0", "kept fact-2", "kept fact-1");
    }

    @Test
    void a_fact_protected_from_retraction_can_be_corrected() {
        assertThat(steps(
                        List.of("accession 1990", "lapse 1995"),
                        List.of("accession 1991"),
                        DataSetFactProtection.fromRetraction("line 7")))
                .containsExactly("corrected accession 1990 to 1991", "kept fact-1");
    }

    @Test
    void no_fact_is_retracted_if_a_change_of_the_party_is_rejected() {
        assertThat(steps(List.of("observer-status 1990"), List.of("lapse 1985", "accession 1995")))
                .containsExactly("kept fact-0", "rejected lapse 1985", "accepted accession 1995");
    }

    @Test
    void the_maximum_number_of_rows_of_a_membership_is_decided() {
        var set = new ArrayList<String>();
        var file = new ArrayList<String>();
        for (int year = 1000; year < 2000; year++) {
            set.add("accession %d-01".formatted(year));
            set.add("withdrawal %d-06".formatted(year));
            file.add("accession %d-02".formatted(year));
            file.add("accession %d-03".formatted(year));
        }
        assertThat(steps(set, file)).hasSize(3_000);
    }

    private static List<String> steps(List<String> set, List<String> file) {
        return steps(set, file, DataSetFactProtection.NONE);
    }

    private static List<String> steps(List<String> set, List<String> file, DataSetFactProtection protection) {
        return steps(set, List.of(), file, protection);
    }

    private static List<String> steps(List<String> set, List<String> others, List<String> file) {
        return steps(set, others, file, DataSetFactProtection.NONE);
    }

    /** Returns the steps as texts, and checks that the decider accepts the resulting commands. */
    private static List<String> steps(
            List<String> set, List<String> others, List<String> file, DataSetFactProtection protection) {
        var ids = new ArrayList<String>();
        var facts = new ArrayList<NewFact<MembershipChange>>();
        for (var change : set) {
            ids.add("fact-" + ids.size());
            facts.add(new NewFact<>(ids.getLast(), change(change), SOURCES));
        }
        others.forEach(change -> facts.add(new NewFact<>("other-" + change, change(change), SOURCES)));
        var events = MembershipDecider.DECIDER.decide(new RecordFacts<>(facts), FactStream.empty());
        var recorded = MembershipDecider.DECIDER.fold(FactStream.empty(), events);
        var setFacts = new ArrayList<DataSetFact>();
        for (int i = 0; i < ids.size(); i++) {
            setFacts.add(new DataSetFact(ids.get(i), new SourcedChange(change(set.get(i)), SOURCES)));
        }
        var fileChanges = new ArrayList<FileMembershipChange>();
        file.forEach(change -> fileChanges.add(
                new FileMembershipChange(fileChanges.size() + 2, new SourcedChange(change(change), SOURCES))));
        var steps = DataSetComparison.steps("yearbook", recorded, setFacts, fileChanges, protection);
        var commands =
                DecisionStepResults.of(steps, recorded, "yearbook", "because").commands();
        assertThat(MembershipDecider.DECIDER.decide(new Together<>(commands), recorded))
                .hasSize((int) steps.stream()
                        .filter(step -> step instanceof DecisionStep.Accepted
                                || step instanceof DecisionStep.Confirmed
                                || step instanceof DecisionStep.Corrected
                                || step instanceof DecisionStep.Retracted)
                        .count());
        return steps.stream().map(DataSetComparisonTest::text).toList();
    }

    private static final List<Source> SOURCES = List.of(Source.reference("A yearbook", null));

    private static MembershipChange change(String text) {
        var parts = text.split(" ");
        return new MembershipChange(
                "sco",
                new Party("KZ"),
                Optional.empty(),
                MembershipChangeKind.of(parts[0]),
                PartialDate.parse(parts[1]),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static String text(DecisionStep step) {
        return switch (step) {
            case DecisionStep.Known(var change, var fact) -> "known " + text(change.change());
            case DecisionStep.Confirmed(var change, var fact, var sources) -> "confirmed " + text(change.change());
            case DecisionStep.Kept(var line, var fact, var reason) -> "kept " + fact;
            case DecisionStep.Accepted(var fact, var change) -> "accepted " + text(change.change());
            case DecisionStep.Corrected(var before, var after) ->
                "corrected %s to %s"
                        .formatted(text(before.change()), after.change().effective());
            case DecisionStep.Retracted(var fact) -> "retracted " + text(fact.change());
            case DecisionStep.Rejected(var change, var reason) -> "rejected " + text(change.change());
        };
    }

    private static String text(MembershipChange change) {
        return change.change() + " " + change.effective();
    }
}
