package org.depositary.membership.imports.decision;

import java.util.Optional;

/**
 * Protects the facts of a set about one party, because a rejected row of the file may state them.
 *
 * @param extent which actions on the facts are forbidden
 * @param reason the explanation in the report, with the rejected lines
 */
record DataSetFactProtection(Extent extent, String reason) {

    enum Extent {
        NONE,
        /** Facts must not be retracted. */
        FROM_RETRACTION,
        /** Facts must not be retracted, and their effective dates must not change. */
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

    /** Returns the reason why no fact may be retracted. Empty if facts may be retracted. */
    Optional<String> retractionRefusal() {
        return extent == Extent.NONE ? Optional.empty() : Optional.of(reason);
    }
}
