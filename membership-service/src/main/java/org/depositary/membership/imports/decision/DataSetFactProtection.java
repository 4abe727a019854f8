package org.depositary.membership.imports.decision;

import java.util.Optional;

/**
 * Protects the facts of a set about one party, because a rejected row of the file may state them.
 *
 * @param reason for the report; names the rejected lines
 */
record DataSetFactProtection(Extent extent, String reason) {

    enum Extent {
        NONE,
        /** No fact is retracted. */
        FROM_RETRACTION,
        /** No fact is retracted, and no effective date changes. */
        FROM_CHANGE
    }

    static final DataSetFactProtection NONE = new DataSetFactProtection(Extent.NONE, "");

    static DataSetFactProtection fromRetraction(String reason) {
        return new DataSetFactProtection(Extent.FROM_RETRACTION, reason);
    }

    static DataSetFactProtection fromChange(String reason) {
        return new DataSetFactProtection(Extent.FROM_CHANGE, reason);
    }

    boolean allowsNewDates() {
        return extent != Extent.FROM_CHANGE;
    }

    /** Why no fact may be retracted; empty if facts may be. */
    Optional<String> retractionRefusal() {
        return extent == Extent.NONE ? Optional.empty() : Optional.of(reason);
    }
}
