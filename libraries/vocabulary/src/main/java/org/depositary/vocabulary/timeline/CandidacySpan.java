package org.depositary.vocabulary.timeline;

import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * The time between two changes in which a party had one candidacy.
 *
 * @param opened id of the change that started it
 * @param since the effective date of that change, the first day of the span
 * @param closed id of the change that ended it; empty if it goes on
 * @param until the effective date of that change, the first day after the span
 */
public record CandidacySpan(
        Candidacy candidacy, String opened, PartialDate since, Optional<String> closed, Optional<PartialDate> until) {

    static CandidacySpan opened(Candidacy candidacy, DatedMembershipChange by) {
        return new CandidacySpan(candidacy, by.id(), by.effective(), Optional.empty(), Optional.empty());
    }

    CandidacySpan closedBy(DatedMembershipChange change) {
        return new CandidacySpan(candidacy, opened, since, Optional.of(change.id()), Optional.of(change.effective()));
    }
}
