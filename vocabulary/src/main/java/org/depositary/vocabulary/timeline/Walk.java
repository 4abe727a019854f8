package org.depositary.vocabulary.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.timeline.Standing.Inside;
import org.depositary.vocabulary.timeline.Standing.Outside;
import org.depositary.vocabulary.timeline.Standing.Suspended;

/** Goes through a party's changes in time and notes the spans between them, and the first that cannot be. */
final class Walk {

    private final List<Span> spans = new ArrayList<>();
    private final List<CandidacySpan> candidacies = new ArrayList<>();
    private Standing standing = Standing.NEVER_IN;
    private Candidate candidate = Candidate.NEVER;
    private Optional<Conflict> conflict = Optional.empty();

    /** Whether the party is a candidate, and the change that made it so, or made it no longer so. */
    private record Candidate(Optional<Candidacy> as, Optional<DatedChange> by) {
        static final Candidate NEVER = new Candidate(Optional.empty(), Optional.empty());
    }

    void step(DatedChange change) {
        var objection = objection(change);
        if (objection.isPresent()) {
            conflict = conflict.or(() -> objection);
        } else {
            apply(change);
        }
    }

    Timeline timeline() {
        return new Timeline(List.copyOf(spans), List.copyOf(candidacies));
    }

    Optional<Conflict> conflict() {
        return conflict;
    }

    private Optional<Conflict> objection(DatedChange change) {
        return switch (change.change()) {
            case GUEST_STATUS -> toStatus(change, Status.GUEST);
            case OBSERVER_STATUS -> toStatus(change, Status.OBSERVER);
            case DIALOGUE_PARTNER_STATUS -> toStatus(change, Status.DIALOGUE_PARTNER);
            case ASSOCIATE_STATUS -> toStatus(change, Status.ASSOCIATE);
            case ACCESSION -> toStatus(change, Status.MEMBER);
            case SUSPENSION -> standing instanceof Inside ? Optional.empty() : clash(change, standing.by(), describe());
            case REINSTATEMENT ->
                standing instanceof Suspended ? Optional.empty() : clash(change, standing.by(), describe());
            case WITHDRAWAL, EXPULSION, LAPSE ->
                standing instanceof Outside ? clash(change, standing.by(), describe()) : Optional.empty();
            case INTEREST ->
                isMember()
                        ? clash(change, standing.by(), describe())
                        : candidate.as().isPresent()
                                ? clash(change, candidate.by(), describeCandidacy())
                                : Optional.empty();
            case APPLICATION ->
                isMember()
                        ? clash(change, standing.by(), describe())
                        : candidate.as().filter(Candidacy.APPLICANT::equals).isPresent()
                                ? clash(change, candidate.by(), describeCandidacy())
                                : Optional.empty();
            case REFUSAL, APPLICATION_WITHDRAWAL ->
                candidate.as().isPresent() ? Optional.empty() : clash(change, candidate.by(), describeCandidacy());
        };
    }

    private Optional<Conflict> toStatus(DatedChange change, Status status) {
        return standing instanceof Suspended || standing.status() == status
                ? clash(change, standing.by(), describe())
                : Optional.empty();
    }

    private boolean isMember() {
        return switch (standing) {
            case Inside inside -> inside.status() == Status.MEMBER;
            case Suspended suspended -> suspended.before() == Status.MEMBER;
            case Outside outside -> false;
        };
    }

    private String describe() {
        return switch (standing) {
            case Inside inside ->
                "is %s since %s".formatted(inside.status(), inside.through().effective());
            case Suspended suspended ->
                "is suspended since %s".formatted(suspended.through().effective());
            case Outside outside ->
                outside.left()
                        .map(by -> "has no status since " + by.effective())
                        .orElse("never had a status before");
        };
    }

    private String describeCandidacy() {
        if (candidate.as().isPresent()) {
            return "is %s since %s"
                    .formatted(
                            candidate.as().get(), candidate.by().orElseThrow().effective());
        }
        return candidate
                .by()
                .map(by -> "is no candidate since " + by.effective())
                .orElse("never was a candidate before");
    }

    private static Optional<Conflict> clash(DatedChange change, Optional<DatedChange> with, String because) {
        return Optional.of(new Conflict(
                change.id(),
                with.map(DatedChange::id).orElse(""),
                "%s on %s cannot be: the party %s.".formatted(change.change(), change.effective(), because)));
    }

    private void apply(DatedChange change) {
        switch (change.change()) {
            case GUEST_STATUS -> enter(new Inside(Status.GUEST, change), change);
            case OBSERVER_STATUS -> enter(new Inside(Status.OBSERVER, change), change);
            case DIALOGUE_PARTNER_STATUS -> enter(new Inside(Status.DIALOGUE_PARTNER, change), change);
            case ASSOCIATE_STATUS -> enter(new Inside(Status.ASSOCIATE, change), change);
            case ACCESSION -> {
                enter(new Inside(Status.MEMBER, change), change);
                if (candidate.as().isPresent()) {
                    candidacy(Optional.empty(), change);
                }
            }
            case SUSPENSION -> enter(new Suspended(standing.status(), change), change);
            case REINSTATEMENT -> enter(new Inside(((Suspended) standing).before(), change), change);
            case WITHDRAWAL, EXPULSION, LAPSE -> enter(new Outside(Optional.of(change)), change);
            case INTEREST -> candidacy(Optional.of(Candidacy.INTERESTED), change);
            case APPLICATION -> candidacy(Optional.of(Candidacy.APPLICANT), change);
            case REFUSAL, APPLICATION_WITHDRAWAL -> candidacy(Optional.empty(), change);
        }
    }

    private void enter(Standing next, DatedChange change) {
        if (!(standing instanceof Outside)) {
            var open = spans.removeLast();
            spans.add(new Span(
                    open.status(),
                    open.opened(),
                    open.since(),
                    Optional.of(change.id()),
                    Optional.of(change.effective())));
        }
        if (!(next instanceof Outside)) {
            spans.add(new Span(next.status(), change.id(), change.effective(), Optional.empty(), Optional.empty()));
        }
        standing = next;
    }

    private void candidacy(Optional<Candidacy> next, DatedChange change) {
        if (candidate.as().isPresent()) {
            var open = candidacies.removeLast();
            candidacies.add(new CandidacySpan(
                    open.candidacy(),
                    open.opened(),
                    open.since(),
                    Optional.of(change.id()),
                    Optional.of(change.effective())));
        }
        next.ifPresent(as -> candidacies.add(
                new CandidacySpan(as, change.id(), change.effective(), Optional.empty(), Optional.empty())));
        candidate = new Candidate(next, Optional.of(change));
    }
}
