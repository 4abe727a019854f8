package org.depositary.vocabulary.timeline;

import java.util.Optional;

/**
 * A change that cannot follow from the changes before it.
 *
 * @param offending that change
 * @param with the change that makes it impossible; empty if none does, as when a party leaves that never was in
 * @param because what the party is at that time, a clause: {@code the party is member since 2001}
 */
public record Conflict(DatedChange offending, Optional<DatedChange> with, String because) {

    /** The conflict in a sentence, without the change that makes it impossible. */
    public String reason() {
        return "There can be no %s dated %s: %s.".formatted(offending.change(), offending.effective(), because);
    }
}
