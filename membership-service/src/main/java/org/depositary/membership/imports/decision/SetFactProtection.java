package org.depositary.membership.imports.decision;

import java.util.Optional;

/**
 * What an import leaves alone of what its set said of one party in one organisation, because rejected rows may have said
 * the same.
 *
 * @param reason for the report; names the rejected lines
 */
record SetFactProtection(Extent extent, String reason) {

    enum Extent {
        NOTHING,
        /** Nothing is retracted. */
        FROM_RETRACTION,
        /** Nothing is retracted, and no effective date moves. */
        FROM_CHANGE
    }

    static final SetFactProtection NONE = new SetFactProtection(Extent.NOTHING, "");

    static SetFactProtection fromRetraction(String reason) {
        return new SetFactProtection(Extent.FROM_RETRACTION, reason);
    }

    static SetFactProtection fromChange(String reason) {
        return new SetFactProtection(Extent.FROM_CHANGE, reason);
    }

    boolean letsDatesMove() {
        return extent != Extent.FROM_CHANGE;
    }

    /** Why nothing is retracted; empty if it may be. */
    Optional<String> keeps() {
        return extent == Extent.NOTHING ? Optional.empty() : Optional.of(reason);
    }
}
