package org.depositary.vocabulary.timeline;

import java.util.Optional;

/**
 * A change that cannot follow the changes before it.
 *
 * @param offending the change
 * @param with the earlier change that makes it impossible; empty if a party leaves that was never in
 * @param because what the party is at that time, as a clause: {@code the party is member since 2001}
 */
public record TimelineConflict(DatedMembershipChange offending, Optional<DatedMembershipChange> with, String because) {

    /** The conflict as a sentence for people. */
    public String reason() {
        return "There can be no %s dated %s: %s.".formatted(offending.change(), offending.effective(), because);
    }
}
