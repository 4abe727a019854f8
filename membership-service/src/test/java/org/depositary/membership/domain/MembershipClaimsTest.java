package org.depositary.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.eventsourcing.ProblemType.CONFLICT;
import static org.depositary.eventsourcing.ProblemType.INVALID;
import static org.depositary.eventsourcing.ProblemType.NOT_FOUND;
import static org.depositary.eventsourcing.ProblemType.TIMELINE_CONFLICT;
import static org.depositary.membership.domain.MembershipSteps.SOURCES;
import static org.depositary.membership.domain.MembershipSteps.accession;
import static org.depositary.membership.domain.MembershipSteps.change;
import static org.depositary.membership.domain.MembershipSteps.correct;
import static org.depositary.membership.domain.MembershipSteps.given;
import static org.depositary.membership.domain.MembershipSteps.record;
import static org.depositary.membership.domain.MembershipSteps.recorded;
import static org.depositary.vocabulary.timeline.MembershipChangeKind.ACCESSION;
import static org.depositary.vocabulary.timeline.MembershipChangeKind.WITHDRAWAL;

import java.util.List;
import java.util.Optional;
import org.depositary.facts.Claim;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.ClaimOtherwise;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactCommand.WithdrawClaim;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactEvent.Claimed;
import org.depositary.facts.FactEvent.Preferred;
import org.depositary.facts.FactEvent.Withdrawn;
import org.depositary.facts.FactStream;
import org.depositary.vocabulary.sources.Source;
import org.junit.jupiter.api.Test;

/** Sources that do not agree: each keeps its say, and the fact says what the preferred one does. */
class MembershipClaimsTest {

    private static final List<Source> OTHERS = List.of(Source.reference("Another chronicle", "https://example.org/b"));
    private static final FactEvent<MembershipChange> ENTRY = recorded(accession("1", "1992"));
    private static final FactEvent<MembershipChange> EXIT = recorded(change("2", WITHDRAWAL, "1999"));

    @Test
    void a_claim_stands_beside_what_was_recorded() {
        given(ENTRY).when(otherwise("1", "1993")).then(claimed(2, "1992", "1993"));
        assertThat(after(ENTRY, claimed(2, "1992", "1993")).statement()).isEqualTo(ENTRY.statement());
    }

    @Test
    void the_fact_says_what_the_preferred_claim_says_and_cites_its_sources() {
        given(ENTRY, claimed(2, "1992", "1993"))
                .when(new PreferClaim<>("1", 2, "nearer to the event"))
                .then(preferred(2, "1993", true));
        var fact = after(ENTRY, claimed(2, "1992", "1993"), preferred(2, "1993", true));
        assertThat(fact.statement()).isEqualTo(statement("1993"));
        assertThat(fact.sources()).isEqualTo(OTHERS);
    }

    @Test
    void what_was_recorded_is_claim_one_and_can_be_preferred_again() {
        given(ENTRY, claimed(2, "1992", "1993"), preferred(2, "1993", true))
                .when(new PreferClaim<>("1", 1, "after all"))
                .then(new Preferred<>("1", statement("1992"), 1, true, "after all", SOURCES));
    }

    @Test
    void a_preference_may_not_tear_the_timeline() {
        given(ENTRY, EXIT, claimed(2, "1992", "2001"))
                .when(new PreferClaim<>("1", 2, "nearer to the event"))
                .thenRejected(TIMELINE_CONFLICT);
    }

    @Test
    void what_is_held_never_to_have_happened_does_not_count() {
        var never = denied(2);
        given(ENTRY, never)
                .when(new PreferClaim<>("1", 2, "a legend"))
                .then(new Preferred<>("1", statement("1992"), 2, false, "a legend", OTHERS));
        var legend = new Preferred<>("1", statement("1992"), 2, false, "a legend", OTHERS);
        given(ENTRY, never, legend).when(record(accession("3", "2006"))).then(recorded(accession("3", "2006")));
        given(ENTRY, EXIT, never).when(new PreferClaim<>("1", 2, "a legend")).thenRejected(TIMELINE_CONFLICT);
    }

    @Test
    void a_claim_that_agrees_is_none() {
        given(ENTRY).when(otherwise("1", "1992")).thenRejected(INVALID);
        given(ENTRY, claimed(2, "1992", "1993"), preferred(2, "1993", true))
                .when(otherwise("1", "1993"))
                .thenRejected(INVALID);
    }

    @Test
    void another_source_that_agrees_joins_the_preferred_claim() {
        var more = List.of(Source.reference("A third chronicle", "https://example.org/c"));
        var fact = after(
                ENTRY,
                claimed(2, "1992", "1993"),
                preferred(2, "1993", true),
                new FactEvent.Sourced<>("1", statement("1993"), more));
        assertThat(fact.claim(2).orElseThrow().sources()).containsExactly(OTHERS.getFirst(), more.getFirst());
        assertThat(fact.claim(1).orElseThrow().sources()).isEqualTo(SOURCES);
    }

    @Test
    void a_correction_changes_what_was_recorded_but_not_behind_the_preferred_claim() {
        given(ENTRY, claimed(2, "1992", "1993")).when(correct("1", "1991")).then(corrected("1991"));
        given(ENTRY, claimed(2, "1992", "1993"), preferred(2, "1993", true))
                .when(correct("1", "1991"))
                .thenRejected(CONFLICT);
    }

    /** The statement is the preferred claim's; the sources are of what was corrected, and stay there. */
    @Test
    void a_correction_brings_sources_of_what_was_recorded_whichever_claim_is_preferred() {
        var better = List.of(Source.reference("A better chronicle", "https://example.org/d"));
        var resourced = new FactEvent.Corrected<>("1", statement("1993"), List.<String>of(), "misread", better);
        given(ENTRY, claimed(2, "1992", "1993"), preferred(2, "1993", true))
                .when(new CorrectFact<>("1", entry -> entry, List.of(), "misread", better))
                .then(resourced);
        var fact = after(ENTRY, claimed(2, "1992", "1993"), preferred(2, "1993", true), resourced);
        assertThat(fact.statement()).isEqualTo(statement("1993"));
        assertThat(fact.sources()).isEqualTo(OTHERS);
        assertThat(fact.claim(1).orElseThrow().statement()).isEqualTo(statement("1992"));
        assertThat(fact.claim(1).orElseThrow().sources()).isEqualTo(better);
    }

    @Test
    void a_withdrawn_claim_counts_no_more() {
        var withdrawn = new Withdrawn<>("1", statement("1992"), 2, "taken back");
        given(ENTRY, claimed(2, "1992", "1993"))
                .when(new WithdrawClaim<>("1", 2, "taken back"))
                .then(withdrawn);
        given(ENTRY, claimed(2, "1992", "1993"), withdrawn)
                .when(new PreferClaim<>("1", 2, "still"))
                .thenRejected(CONFLICT);
        given(ENTRY, claimed(2, "1992", "1993"), withdrawn)
                .when(new WithdrawClaim<>("1", 2, "again"))
                .thenRejected(CONFLICT);
    }

    @Test
    void what_the_fact_says_is_not_withdrawn_but_what_was_recorded_may_be() {
        given(ENTRY, claimed(2, "1992", "1993"), preferred(2, "1993", true))
                .when(new WithdrawClaim<>("1", 2, "taken back"))
                .thenRejected(CONFLICT);
        given(ENTRY, claimed(2, "1992", "1993"), preferred(2, "1993", true))
                .when(new WithdrawClaim<>("1", 1, "taken back"))
                .then(new Withdrawn<>("1", statement("1993"), 1, "taken back"));
    }

    @Test
    void a_claim_that_is_not_there_is_not_found() {
        given(ENTRY).when(new PreferClaim<>("1", 2, "nearer")).thenRejected(NOT_FOUND);
        given(ENTRY).when(new WithdrawClaim<>("1", 0, "nearer")).thenRejected(NOT_FOUND);
    }

    private static FactCommand<MembershipChange> otherwise(String id, String effective) {
        return new ClaimOtherwise<>(id, entry -> statement(effective), List.of("effective"), true, OTHERS);
    }

    private static FactEvent<MembershipChange> claimed(int number, String standing, String effective) {
        var claim =
                new Claim<>(number, statement(effective), List.of("effective"), true, OTHERS, Optional.<String>empty());
        return new Claimed<>("1", statement(standing), claim);
    }

    private static FactEvent<MembershipChange> denied(int number) {
        var claim = new Claim<>(number, statement("1992"), List.<String>of(), false, OTHERS, Optional.<String>empty());
        return new Claimed<>("1", statement("1992"), claim);
    }

    private static FactEvent<MembershipChange> preferred(int number, String effective, boolean holds) {
        return new Preferred<>("1", statement(effective), number, holds, "nearer to the event", OTHERS);
    }

    private static FactEvent<MembershipChange> corrected(String effective) {
        return new FactEvent.Corrected<>("1", statement(effective), List.of("effective"), "misread", SOURCES);
    }

    private static MembershipChange statement(String effective) {
        return change("1", ACCESSION, effective).statement();
    }

    @SafeVarargs
    private static org.depositary.facts.Fact<MembershipChange> after(FactEvent<MembershipChange>... events) {
        return FactStream.<MembershipChange>empty()
                .withAll(List.of(events))
                .find("1")
                .orElseThrow();
    }
}
