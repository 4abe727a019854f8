package org.depositary.vocabulary.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds a timeline from changes in the order of time. Skips the changes that are not allowed, and keeps the first of
 * them as the conflict to report.
 */
final class TimelineBuilder {

    private final List<StatusSpan> spans = new ArrayList<>();
    private final List<CandidacySpan> candidacies = new ArrayList<>();
    private MembershipStateMachine state = MembershipStateMachine.START;
    private Optional<TimelineConflict> conflict = Optional.empty();

    void add(DatedMembershipChange change) {
        var found = state.conflict(change);
        if (found.isPresent()) {
            conflict = conflict.or(() -> found);
            return;
        }
        var next = state.after(change);
        if (!next.status().equals(state.status())) {
            addSpan(next.status(), change);
        }
        if (!next.candidacy().equals(state.candidacy())) {
            addSpan(next.candidacy(), change);
        }
        state = next;
    }

    private void addSpan(CurrentStatus next, DatedMembershipChange change) {
        if (state.status().status() != MembershipStatus.NONE) {
            spans.add(spans.removeLast().closedBy(change));
        }
        if (next.status() != MembershipStatus.NONE) {
            spans.add(StatusSpan.opened(next.status(), change));
        }
    }

    private void addSpan(CurrentCandidacy next, DatedMembershipChange change) {
        if (state.candidacy().isOpen()) {
            candidacies.add(candidacies.removeLast().closedBy(change));
        }
        next.candidacy().ifPresent(candidacy -> candidacies.add(CandidacySpan.opened(candidacy, change)));
    }

    MembershipTimeline timeline() {
        return new MembershipTimeline(List.copyOf(spans), List.copyOf(candidacies));
    }

    Optional<TimelineConflict> conflict() {
        return conflict;
    }
}
