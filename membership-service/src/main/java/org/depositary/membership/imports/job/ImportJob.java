package org.depositary.membership.imports.job;

import java.util.Locale;
import java.util.UUID;

/**
 * An import.
 *
 * @param set what its file is a version of
 * @param allowRetractions whether the import is never held
 * @param actor who sent the file; the events are recorded in this actor's name
 * @param planned whether it has been started and has units
 */
public record ImportJob(
        UUID id,
        String set,
        ImportRowKind format,
        boolean dryRun,
        boolean allowRetractions,
        String actor,
        Status status,
        boolean planned) {

    public enum Status {
        /** Its impact is being counted; nothing is recorded yet. */
        COUNTING,
        RUNNING,
        UNDOING,
        /** It waits for a release, because its impact is too large; nothing is recorded. */
        HELD,
        COMPLETED,
        FAILED,
        UNDONE;

        static Status of(String storedName) {
            return valueOf(storedName.toUpperCase(Locale.ROOT));
        }

        String storedName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The name that clients see. */
        public String publicName() {
            return isInProgress() ? "running" : storedName();
        }

        private boolean isInProgress() {
            return this == COUNTING || this == RUNNING || this == UNDOING;
        }
    }
}
