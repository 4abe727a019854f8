package org.depositary.vocabulary.timeline;

import java.util.Optional;

/** Whether a party is a candidate between two changes, and by which change it became one, or was one no longer. */
record Candidate(Optional<Candidacy> candidacy, Optional<DatedChange> by) {

    static final Candidate NEVER = new Candidate(Optional.empty(), Optional.empty());

    boolean isOpen() {
        return candidacy.isPresent();
    }

    boolean isApplication() {
        return candidacy.filter(Candidacy.APPLICANT::equals).isPresent();
    }

    @Override
    public String toString() {
        var since = by.map(change -> " since " + change.effective());
        return candidacy
                .map(open -> "is " + open + since.orElseThrow())
                .orElseGet(() -> since.map("is no candidate"::concat).orElse("was no candidate before"));
    }
}
