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
import static org.depositary.vocabulary.timeline.Change.APPLICATION;
import static org.depositary.vocabulary.timeline.Change.LAPSE;
import static org.depositary.vocabulary.timeline.Change.OBSERVER_STATUS;
import static org.depositary.vocabulary.timeline.Change.REINSTATEMENT;
import static org.depositary.vocabulary.timeline.Change.SUSPENSION;
import static org.depositary.vocabulary.timeline.Change.WITHDRAWAL;

import java.util.List;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactEvent;
import org.junit.jupiter.api.Test;

class MembershipDeciderTest {

    @Test
    void aPartyJoins() {
        given().when(record(accession("1", "1992-05-15"))).then(recorded(accession("1", "1992-05-15")));
    }

    @Test
    void aPartyCannotJoinTwice() {
        var problem = given(recorded(accession("1", "1992-05-15")))
                .when(record(accession("2", "1995")))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).containsExactly(url("1"));
        assertThat(problem.detail())
                .isEqualTo("UZ in cst: the accession of 1995 in this request could not follow"
                        + " the recorded accession of 1992-05-15 (/api/membership-changes/1):"
                        + " the party is member since 1992-05-15");
    }

    @Test
    void anEarlierAccessionIsRefusedForTheRecordedOne() {
        var problem = given(recorded(accession("1", "2001")))
                .when(record(accession("2", "1995-01-01")))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).containsExactly(url("1"));
        assertThat(problem.detail())
                .isEqualTo("UZ in cst: the recorded accession of 2001 (/api/membership-changes/1) could not follow"
                        + " the accession of 1995-01-01 in this request:"
                        + " the party is member since 1995-01-01");
    }

    @Test
    void aChangeThatNoOtherIsInTheWayOfConflictsWithNone() {
        var problem = given().when(record(change("1", WITHDRAWAL, "1999"))).thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).isEmpty();
        assertThat(problem.detail())
                .isEqualTo("UZ in cst: the withdrawal of 1999 in this request could not be:"
                        + " the party had no status before");
    }

    @Test
    void twoChangesOfOneRequestThatDoNotFitAreNamedByTheirPlaces() {
        var problem = given().when(recordArray(accession("1", "1992"), accession("2", "1995")))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).isEmpty();
        assertThat(problem.detail())
                .contains("the accession of 1995 in #/1 could not follow the accession of 1992 in #/0");
    }

    @Test
    void aChangeOfAnArrayThatDoesNotFitNamesTheRecordedOne() {
        var problem = given(recorded(accession("1", "2001")))
                .when(recordArray(change("2", OBSERVER_STATUS, "1990"), accession("3", "1995")))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).containsExactly(url("1"));
        assertThat(problem.detail()).contains("could not follow the accession of 1995 in #/1");
    }

    @Test
    void aPartyCannotLeaveWhatItIsNotIn() {
        given(recorded(accession("1", "1992")), recorded(change("2", WITHDRAWAL, "1999")))
                .when(record(change("3", WITHDRAWAL, "2012")))
                .thenRejected(TIMELINE_CONFLICT, url("2"));
    }

    @Test
    void aPartyComesBackAfterItLeft() {
        given(recorded(accession("1", "1992")), recorded(change("2", WITHDRAWAL, "1999")))
                .when(record(accession("3", "2006")))
                .then(recorded(accession("3", "2006")));
    }

    @Test
    void factsComeInAnyOrderOfEffectiveDate() {
        given(recorded(accession("1", "2006")))
                .when(record(accession("2", "1992"), change("3", WITHDRAWAL, "1999")))
                .then(recorded(accession("2", "1992")), recorded(change("3", WITHDRAWAL, "1999")));
    }

    @Test
    void whatOnlyMakesSenseTogetherIsJudgedTogetherInAnyOrder() {
        given().when(record(change("1", LAPSE, "1995/1999"), accession("2", "1992")))
                .then(recorded(change("1", LAPSE, "1995/1999")), recorded(accession("2", "1992")));
    }

    @Test
    void anApplicationStandsBesideTheStatus() {
        given(recorded(change("1", OBSERVER_STATUS, "2005-07-05")))
                .when(record(change("2", APPLICATION, "2010-02")))
                .then(recorded(change("2", APPLICATION, "2010-02")));
    }

    @Test
    void onlyASuspendedPartyIsReinstated() {
        given(recorded(accession("1", "1992")))
                .when(record(change("2", REINSTATEMENT, "1994")))
                .thenRejected(TIMELINE_CONFLICT, url("1"));
        given(recorded(accession("1", "1992")), recorded(change("2", SUSPENSION, "1993")))
                .when(record(change("3", REINSTATEMENT, "1994")))
                .then(recorded(change("3", REINSTATEMENT, "1994")));
    }

    @Test
    void aCorrectionCarriesTheWholeStatementAndKeepsTheSources() {
        given(recorded(accession("1", "2001-06-15")))
                .when(correct("1", "2001-06-16"))
                .then(new FactEvent.Corrected<>(
                        "1", accession("1", "2001-06-16").statement(), List.of("effective"), "misread", SOURCES));
    }

    @Test
    void aCorrectionMayNotTearTheTimeline() {
        given(recorded(accession("1", "1992")), recorded(change("2", WITHDRAWAL, "1999")))
                .when(correct("1", "2001"))
                .thenRejected(TIMELINE_CONFLICT, url("2"));
    }

    @Test
    void aChangeCannotBeMovedBeforeTheOneThatMakesItPossible() {
        var problem = given(
                        recorded(accession("1", "1992")),
                        recorded(change("2", WITHDRAWAL, "1999")),
                        recorded(accession("3", "2006")))
                .when(correct("3", "1995"))
                .thenRejected(TIMELINE_CONFLICT);
        assertThat(problem.conflictsWith()).containsExactly(url("1"));
        assertThat(problem.detail()).contains("the accession of 1995 as this request changes it could not follow");
    }

    @Test
    void aCorrectionThatChangesNothingIsRefused() {
        given(recorded(accession("1", "2001-06-15")))
                .when(correct("1", "2001-06-15"))
                .thenRejected(INVALID);
    }

    @Test
    void anEntryCannotBeRetractedWhileTheExitStands() {
        given(recorded(accession("1", "1992")), recorded(change("2", WITHDRAWAL, "1999")))
                .when(new RetractFact<>("1", "never happened"))
                .thenRejected(TIMELINE_CONFLICT, url("2"));
    }

    @Test
    void anExitCannotBeRetractedWhileASecondEntryStands() {
        given(
                        recorded(accession("1", "1992")),
                        recorded(change("2", WITHDRAWAL, "1999")),
                        recorded(accession("3", "2006")))
                .when(new RetractFact<>("2", "never happened"))
                .thenRejected(TIMELINE_CONFLICT, url("3"), url("1"));
    }

    @Test
    void aRetractedChangeTakesNothingMore() {
        var entry = accession("1", "1992");
        var retracted = new FactEvent.Retracted<>("1", entry.statement(), "never happened");
        given(recorded(entry)).when(new RetractFact<>("1", "never happened")).then(retracted);
        given(recorded(entry), retracted).when(new RetractFact<>("1", "again")).thenRejected(ALREADY_RETRACTED);
        given(recorded(entry), retracted).when(correct("1", "1993")).thenRejected(ALREADY_RETRACTED);
    }

    @Test
    void anotherSourceAgrees() {
        var entry = accession("1", "1992");
        given(recorded(entry))
                .when(new AddSources<>("1", SOURCES))
                .then(new FactEvent.Sourced<>("1", entry.statement(), SOURCES));
    }
}
