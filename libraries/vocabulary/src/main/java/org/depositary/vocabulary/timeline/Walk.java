package org.depositary.vocabulary.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through a party's changes in time, and notes the spans between them and the first that cannot be. */
final class Walk {

    private final List<Span> spans = new ArrayList<>();
    private final List<CandidacySpan> candidacies = new ArrayList<>();
    private Position position = Position.START;
    private Optional<Conflict> conflict = Optional.empty();

    void step(DatedChange change) {
        var objection = position.objection(change);
        if (objection.isPresent()) {
            conflict = conflict.or(() -> objection);
            return;
        }
        var next = position.after(change);
        if (!next.standing().equals(position.standing())) {
            note(next.standing(), change);
        }
        if (!next.candidate().equals(position.candidate())) {
            note(next.candidate(), change);
        }
        position = next;
    }

    private void note(Standing next, DatedChange change) {
        if (position.standing().status() != Status.NONE) {
            spans.add(spans.removeLast().closedBy(change));
        }
        if (next.status() != Status.NONE) {
            spans.add(Span.opened(next.status(), change));
        }
    }

    private void note(Candidate next, DatedChange change) {
        if (position.candidate().isOpen()) {
            candidacies.add(candidacies.removeLast().closedBy(change));
        }
        next.candidacy().ifPresent(candidacy -> candidacies.add(CandidacySpan.opened(candidacy, change)));
    }

    Timeline timeline() {
        return new Timeline(List.copyOf(spans), List.copyOf(candidacies));
    }

    Optional<Conflict> conflict() {
        return conflict;
    }
}
