package org.depositary.vocabulary.timeline;

import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * The time between two changes, in which a party had one status (never {@link MembershipStatus#NONE}).
 *
 * @param opened id of the change that started it
 * @param since the effective date of that change, the first day of the span
 * @param closed id of the change that ended it; empty if it goes on
 * @param until the effective date of that change, the first day after the span
 */
public record StatusSpan(
        MembershipStatus status,
        String opened,
        PartialDate since,
        Optional<String> closed,
        Optional<PartialDate> until) {

    static StatusSpan opened(MembershipStatus status, DatedMembershipChange by) {
        return new StatusSpan(status, by.id(), by.effective(), Optional.empty(), Optional.empty());
    }

    StatusSpan closedBy(DatedMembershipChange change) {
        return new StatusSpan(status, opened, since, Optional.of(change.id()), Optional.of(change.effective()));
    }
}
