package org.depositary.membership.imports.job;

import java.util.UUID;

/**
 * An import as it was asked for.
 *
 * @param set what its file is a version of
 * @param allowRetractions whatever it takes back of what the set states, it is not held
 * @param actor who asked; in whose name all is recorded
 * @param planned whether it has begun
 */
public record ImportJob(
        UUID id,
        String set,
        ImportFormat format,
        boolean dryRun,
        boolean allowRetractions,
        String actor,
        Status status,
        boolean planned) {

    public enum Status {
        /** Nothing is recorded yet: what it would take back is counted. */
        COUNTING,
        RUNNING,
        UNDOING,
        /** Nothing is recorded: it would take back too much, and waits for a release. */
        HELD,
        COMPLETED,
        FAILED,
        UNDONE;

        static Status of(String stored) {
            return valueOf(stored.toUpperCase(java.util.Locale.ROOT));
        }

        String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** As callers see it. */
        String told() {
            return isAtWork() ? "running" : stored();
        }

        boolean isAtWork() {
            return this == COUNTING || this == RUNNING || this == UNDOING;
        }
    }
}
