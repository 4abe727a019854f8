package org.depositary.vocabulary.timeline;

import java.util.Optional;
import org.depositary.vocabulary.timeline.Standing.Inside;
import org.depositary.vocabulary.timeline.Standing.Outside;
import org.depositary.vocabulary.timeline.Standing.Suspended;

/** A party between two changes: its standing, and whether it is a candidate beside it. What may follow, and what follows then. */
record Position(Standing standing, Candidate candidate) {

    static final Position START = new Position(Outside.EVER, Candidate.NEVER);

    /** Why this change cannot be the next; empty if it can. */
    Optional<Conflict> objection(DatedChange next) {
        return switch (next.change()) {
            case GUEST_STATUS, OBSERVER_STATUS, DIALOGUE_PARTNER_STATUS, ASSOCIATE_STATUS, ACCESSION ->
                standingLets(!(standing instanceof Suspended) && standing.status() != status(next), next);
            case SUSPENSION -> standingLets(standing instanceof Inside, next);
            case REINSTATEMENT -> standingLets(standing instanceof Suspended, next);
            case WITHDRAWAL, EXPULSION, LAPSE -> standingLets(!(standing instanceof Outside), next);
            case INTEREST ->
                standingLets(!standing.isMember(), next).or(() -> candidateLets(!candidate.isOpen(), next));
            case APPLICATION ->
                standingLets(!standing.isMember(), next).or(() -> candidateLets(!candidate.isApplication(), next));
            case REFUSAL, APPLICATION_WITHDRAWAL -> candidateLets(candidate.isOpen(), next);
        };
    }

    /** Where the party is after a change that nothing objects to. */
    Position after(DatedChange next) {
        return switch (next.change()) {
            case GUEST_STATUS, OBSERVER_STATUS, DIALOGUE_PARTNER_STATUS, ASSOCIATE_STATUS ->
                with(new Inside(status(next), next));
            case ACCESSION ->
                new Position(new Inside(status(next), next), candidate.isOpen() ? ended(next) : candidate);
            case SUSPENSION -> with(new Suspended((Inside) standing, next));
            case REINSTATEMENT ->
                with(new Inside(((Suspended) standing).before().status(), next));
            case WITHDRAWAL, EXPULSION, LAPSE -> with(new Outside(Optional.of(next)));
            case INTEREST -> with(Candidacy.INTERESTED, next);
            case APPLICATION -> with(Candidacy.APPLICANT, next);
            case REFUSAL, APPLICATION_WITHDRAWAL -> new Position(standing, ended(next));
        };
    }

    private Position with(Standing next) {
        return new Position(next, candidate);
    }

    private Position with(Candidacy candidacy, DatedChange by) {
        return new Position(standing, new Candidate(Optional.of(candidacy), Optional.of(by)));
    }

    private static Candidate ended(DatedChange by) {
        return new Candidate(Optional.empty(), Optional.of(by));
    }

    private static Status status(DatedChange next) {
        return next.change().status().orElseThrow();
    }

    private Optional<Conflict> standingLets(boolean met, DatedChange next) {
        return met ? Optional.empty() : Optional.of(conflict(next, standing.by(), standing));
    }

    private Optional<Conflict> candidateLets(boolean met, DatedChange next) {
        return met ? Optional.empty() : Optional.of(conflict(next, candidate.by(), candidate));
    }

    private static Conflict conflict(DatedChange next, Optional<DatedChange> with, Object because) {
        return new Conflict(next, with, "the party " + because);
    }
}
