package org.depositary.vocabulary.timeline;

import java.util.Optional;
import org.depositary.vocabulary.PartialDate;

/**
 * The time between two changes, in which a party was one kind of candidate.
 *
 * @param opened id of the change that began it
 * @param since the effective date of that change, the first day of the span
 * @param closed id of the change that ended it; empty while it lasts
 * @param until the effective date of that change, no longer part of the span
 */
public record CandidacySpan(
        Candidacy candidacy, String opened, PartialDate since, Optional<String> closed, Optional<PartialDate> until) {

    static CandidacySpan opened(Candidacy candidacy, DatedChange by) {
        return new CandidacySpan(candidacy, by.id(), by.effective(), Optional.empty(), Optional.empty());
    }

    CandidacySpan closedBy(DatedChange change) {
        return new CandidacySpan(candidacy, opened, since, Optional.of(change.id()), Optional.of(change.effective()));
    }
}
