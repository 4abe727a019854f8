package org.depositary.vocabulary.timeline;

import java.util.Optional;
import org.depositary.vocabulary.timeline.CurrentStatus.Inside;
import org.depositary.vocabulary.timeline.CurrentStatus.Outside;
import org.depositary.vocabulary.timeline.CurrentStatus.Suspended;

/**
 * Defines which membership changes may follow each other, and the status of the party after each. An instance is the
 * state of the party between two changes: its status and, independent of it, its candidacy.
 */
record MembershipStateMachine(CurrentStatus status, CurrentCandidacy candidacy) {

    static final MembershipStateMachine START = new MembershipStateMachine(Outside.SINCE_EVER, CurrentCandidacy.NEVER);

    /** Returns the reason why this change cannot follow the present state. Empty if the change is allowed. */
    Optional<TimelineConflict> conflict(DatedMembershipChange next) {
        return switch (next.change()) {
            case GUEST_STATUS, OBSERVER_STATUS, DIALOGUE_PARTNER_STATUS, ASSOCIATE_STATUS, ACCESSION ->
                requireStatus(!(status instanceof Suspended) && status.status() != statusOf(next), next);
            case SUSPENSION -> requireStatus(status instanceof Inside, next);
            case REINSTATEMENT -> requireStatus(status instanceof Suspended, next);
            case WITHDRAWAL, EXPULSION, LAPSE -> requireStatus(!(status instanceof Outside), next);
            case INTEREST ->
                requireStatus(!status.isMember(), next).or(() -> requireCandidacy(!candidacy.isOpen(), next));
            case APPLICATION ->
                requireStatus(!status.isMember(), next).or(() -> requireCandidacy(!candidacy.isApplication(), next));
            case REFUSAL, APPLICATION_WITHDRAWAL -> requireCandidacy(candidacy.isOpen(), next);
        };
    }

    /** Returns the state after the change. The change must be allowed: call {@link #conflict} first. */
    MembershipStateMachine after(DatedMembershipChange next) {
        return switch (next.change()) {
            case GUEST_STATUS, OBSERVER_STATUS, DIALOGUE_PARTNER_STATUS, ASSOCIATE_STATUS ->
                with(new Inside(statusOf(next), next));
            case ACCESSION ->
                new MembershipStateMachine(
                        new Inside(statusOf(next), next), candidacy.isOpen() ? noCandidacy(next) : candidacy);
            case SUSPENSION -> with(new Suspended((Inside) status, next));
            case REINSTATEMENT -> with(new Inside(((Suspended) status).before().status(), next));
            case WITHDRAWAL, EXPULSION, LAPSE -> with(new Outside(Optional.of(next)));
            case INTEREST -> with(Candidacy.INTERESTED, next);
            case APPLICATION -> with(Candidacy.APPLICANT, next);
            case REFUSAL, APPLICATION_WITHDRAWAL -> new MembershipStateMachine(status, noCandidacy(next));
        };
    }

    private MembershipStateMachine with(CurrentStatus next) {
        return new MembershipStateMachine(next, candidacy);
    }

    private MembershipStateMachine with(Candidacy next, DatedMembershipChange by) {
        return new MembershipStateMachine(status, new CurrentCandidacy(Optional.of(next), Optional.of(by)));
    }

    private static CurrentCandidacy noCandidacy(DatedMembershipChange by) {
        return new CurrentCandidacy(Optional.empty(), Optional.of(by));
    }

    private static MembershipStatus statusOf(DatedMembershipChange change) {
        return change.change().status().orElseThrow();
    }

    private Optional<TimelineConflict> requireStatus(boolean condition, DatedMembershipChange next) {
        return condition ? Optional.empty() : Optional.of(conflict(next, status.by(), status));
    }

    private Optional<TimelineConflict> requireCandidacy(boolean condition, DatedMembershipChange next) {
        return condition ? Optional.empty() : Optional.of(conflict(next, candidacy.by(), candidacy));
    }

    private static TimelineConflict conflict(
            DatedMembershipChange next, Optional<DatedMembershipChange> with, Object because) {
        return new TimelineConflict(next, with, "the party " + because);
    }
}
