package org.depositary.membership.imports;

import java.util.UUID;

/**
 * An import as it was asked for.
 *
 * @param set what its file is a version of
 * @param actor who asked; in whose name all is recorded
 */
record Import(UUID id, String set, Format format, boolean dryRun, String actor, Status status, boolean planned) {

    enum Status {
        RUNNING,
        UNDOING,
        COMPLETED,
        FAILED,
        UNDONE;

        static Status of(String stored) {
            return valueOf(stored.toUpperCase(java.util.Locale.ROOT));
        }

        String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        boolean isAtWork() {
            return this == RUNNING || this == UNDOING;
        }
    }
}
