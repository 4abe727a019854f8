package org.depositary.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.eventsourcing.ProblemType.ALREADY_RETRACTED;
import static org.depositary.eventsourcing.ProblemType.INVALID;
import static org.depositary.eventsourcing.ProblemType.TIMELINE_CONFLICT;
import static org.depositary.membership.domain.MembershipSteps.SOURCES;
import static org.depositary.membership.domain.MembershipSteps.accession;
import static org.depositary.membership.domain.MembershipSteps.change;
import static org.depositary.membership.domain.MembershipSteps.correct;
import static org.depositary.membership.domain.MembershipSteps.given;
import static org.depositary.membership.domain.MembershipSteps.record;
import static org.depositary.membership.domain.MembershipSteps.recordArray;
import static org.depositary.membership.domain.MembershipSteps.recorded;
import static org.depositary.membership.domain.MembershipSteps.url;
import static org.depositary.vocabulary.timeline.MembershipChangeKind.APPLICATION;
import static org.depositary.vocabulary.timeline.MembershipChangeKind.LAPSE;
import static org.depositary.vocabulary.timeline.MembershipChangeKind.OBSERVER_STATUS;
import static org.depositary.vocabulary.timeline.MembershipChangeKind.REINSTATEMENT;
import static org.depositary.vocabulary.timeline.MembershipChangeKind.SUSPENSION;
import static org.depositary.vocabulary.timeline.MembershipChangeKind.WITHDRAWAL;

import java.util.List;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactCommand.VerifyFact;
import org.depositary.facts.FactEvent;
import org.depositary.vocabulary.sources.SourceCoverage;
import org.junit.jupiter.api.Test;

class MembershipDeciderTest {

    @Test
    void a_party_joins() {
        given().when(record(accession("1", "1992-05-15"))).then(recorded(accession("1", "1992-05-15")));
    }

    @Test
    void a_party_cannot_join_twice() {
        var problem = given(recorded(accession("1", "1992-05-15")))
                .when(record(accession("2", "1995")))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).containsExactly(url("1"));
        assertThat(problem.detail())
                .isEqualTo("UZ in cst: the accession of 1995 in this request cannot follow"
                        + " the recorded accession of 1992-05-15 (/api/membership-changes/1):"
                        + " the party is member since 1992-05-15");
    }

    @Test
    void an_earlier_accession_is_refused_for_the_recorded_one() {
        var problem = given(recorded(accession("1", "2001")))
                .when(record(accession("2", "1995-01-01")))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).containsExactly(url("1"));
        assertThat(problem.detail())
                .isEqualTo("UZ in cst: the recorded accession of 2001 (/api/membership-changes/1) cannot follow"
                        + " the accession of 1995-01-01 in this request:"
                        + " the party is member since 1995-01-01");
    }

    @Test
    void a_change_that_no_other_is_in_the_way_of_conflicts_with_none() {
        var problem = given().when(record(change("1", WITHDRAWAL, "1999"))).thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).isEmpty();
        assertThat(problem.detail())
                .isEqualTo("UZ in cst: the withdrawal of 1999 in this request cannot be:"
                        + " the party had no status before");
    }

    @Test
    void two_changes_of_one_request_that_do_not_fit_are_named_by_their_places() {
        var problem = given().when(recordArray(accession("1", "1992"), accession("2", "1995")))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).isEmpty();
        assertThat(problem.detail())
                .contains("the accession of 1995 in #/1 cannot follow the accession of 1992 in #/0");
    }

    @Test
    void a_change_of_an_array_that_does_not_fit_names_the_recorded_one() {
        var problem = given(recorded(accession("1", "2001")))
                .when(recordArray(change("2", OBSERVER_STATUS, "1990"), accession("3", "1995")))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).containsExactly(url("1"));
        assertThat(problem.detail()).contains("cannot follow the accession of 1995 in #/1");
    }

    @Test
    void a_party_cannot_leave_what_it_is_not_in() {
        given(recorded(accession("1", "1992")), recorded(change("2", WITHDRAWAL, "1999")))
                .when(record(change("3", WITHDRAWAL, "2012")))
                .thenRejected(TIMELINE_CONFLICT, url("2"));
    }

    @Test
    void a_party_comes_back_after_it_left() {
        given(recorded(accession("1", "1992")), recorded(change("2", WITHDRAWAL, "1999")))
                .when(record(accession("3", "2006")))
                .then(recorded(accession("3", "2006")));
    }

    @Test
    void facts_come_in_any_order_of_effective_date() {
        given(recorded(accession("1", "2006")))
                .when(record(accession("2", "1992"), change("3", WITHDRAWAL, "1999")))
                .then(recorded(accession("2", "1992")), recorded(change("3", WITHDRAWAL, "1999")));
    }

    @Test
    void what_only_makes_sense_together_is_judged_together_in_any_order() {
        given().when(record(change("1", LAPSE, "1995/1999"), accession("2", "1992")))
                .then(recorded(change("1", LAPSE, "1995/1999")), recorded(accession("2", "1992")));
    }

    @Test
    void an_application_stands_beside_the_status() {
        given(recorded(change("1", OBSERVER_STATUS, "2005-07-05")))
                .when(record(change("2", APPLICATION, "2010-02")))
                .then(recorded(change("2", APPLICATION, "2010-02")));
    }

    @Test
    void only_a_suspended_party_is_reinstated() {
        given(recorded(accession("1", "1992")))
                .when(record(change("2", REINSTATEMENT, "1994")))
                .thenRejected(TIMELINE_CONFLICT, url("1"));
        given(recorded(accession("1", "1992")), recorded(change("2", SUSPENSION, "1993")))
                .when(record(change("3", REINSTATEMENT, "1994")))
                .then(recorded(change("3", REINSTATEMENT, "1994")));
    }

    @Test
    void a_correction_carries_the_whole_statement_and_keeps_the_sources() {
        given(recorded(accession("1", "2001-06-15")))
                .when(correct("1", "2001-06-16"))
                .then(new FactEvent.Corrected<>(
                        "1", accession("1", "2001-06-16").statement(), List.of("effective"), "misread", SOURCES));
    }

    @Test
    void a_correction_may_not_tear_the_timeline() {
        given(recorded(accession("1", "1992")), recorded(change("2", WITHDRAWAL, "1999")))
                .when(correct("1", "2001"))
                .thenRejected(TIMELINE_CONFLICT, url("2"));
    }

    @Test
    void a_change_cannot_be_moved_before_the_one_that_makes_it_possible() {
        var problem = given(
                        recorded(accession("1", "1992")),
                        recorded(change("2", WITHDRAWAL, "1999")),
                        recorded(accession("3", "2006")))
                .when(correct("3", "1995"))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).containsExactly(url("1"));
        assertThat(problem.detail()).contains("the accession of 1995 as this request changes it cannot follow");
    }

    @Test
    void a_correction_that_changes_nothing_is_refused() {
        given(recorded(accession("1", "2001-06-15")))
                .when(correct("1", "2001-06-15"))
                .thenRejected(INVALID);
    }

    @Test
    void an_entry_cannot_be_retracted_while_the_exit_stands() {
        given(recorded(accession("1", "1992")), recorded(change("2", WITHDRAWAL, "1999")))
                .when(new RetractFact<>("1", "never happened"))
                .thenRejected(TIMELINE_CONFLICT, url("2"));
    }

    @Test
    void an_exit_cannot_be_retracted_while_a_second_entry_stands() {
        given(
                        recorded(accession("1", "1992")),
                        recorded(change("2", WITHDRAWAL, "1999")),
                        recorded(accession("3", "2006")))
                .when(new RetractFact<>("2", "never happened"))
                .thenRejected(TIMELINE_CONFLICT, url("3"), url("1"));
    }

    @Test
    void a_retracted_change_takes_nothing_more() {
        var entry = accession("1", "1992");
        var retracted = new FactEvent.Retracted<>("1", entry.statement(), "never happened");
        given(recorded(entry)).when(new RetractFact<>("1", "never happened")).then(retracted);
        given(recorded(entry), retracted).when(new RetractFact<>("1", "again")).thenRejected(ALREADY_RETRACTED);
        given(recorded(entry), retracted).when(correct("1", "1993")).thenRejected(ALREADY_RETRACTED);
    }

    @Test
    void a_change_is_verified() {
        var entry = accession("1", "1992");
        given(recorded(entry))
                .when(new VerifyFact<>("1", List.of()))
                .then(new FactEvent.Verified<>("1", entry.statement(), entry.sources()));
    }

    @Test
    void another_source_agrees() {
        var entry = accession("1", "1992");
        given(recorded(entry))
                .when(new AddSources<>("1", SOURCES))
                .then(new FactEvent.Sourced<>(
                        "1",
                        entry.statement(),
                        SOURCES.stream().map(SourceCoverage::ofAdded).toList()));
    }
}
