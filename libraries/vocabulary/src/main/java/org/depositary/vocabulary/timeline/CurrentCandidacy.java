package org.depositary.vocabulary.timeline;

import java.util.Optional;

/** The candidacy of a party between two changes, and the change that started or ended it. */
record CurrentCandidacy(Optional<Candidacy> candidacy, Optional<DatedMembershipChange> by) {

    static final CurrentCandidacy NEVER = new CurrentCandidacy(Optional.empty(), Optional.empty());

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
                .orElseGet(() -> since.map("is not a candidate"::concat).orElse("was not a candidate before"));
    }
}
