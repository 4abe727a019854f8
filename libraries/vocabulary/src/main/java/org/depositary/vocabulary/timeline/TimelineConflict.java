package org.depositary.vocabulary.timeline;

import java.util.Optional;

/**
 * A membership change that cannot follow the earlier changes.
 *
 * @param offending the change that is not possible
 * @param with the earlier change that makes it impossible; empty if the party never had a status or candidacy
 * @param because the status of the party at that time, as a clause: {@code the party is member since 2001}
 */
public record TimelineConflict(DatedMembershipChange offending, Optional<DatedMembershipChange> with, String because) {

    /** Returns the conflict as a sentence for an error message. */
    public String reason() {
        return "%s on %s is not possible: %s.".formatted(offending.change(), offending.effective(), because);
    }
}
