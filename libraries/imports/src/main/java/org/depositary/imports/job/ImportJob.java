package org.depositary.imports.job;

import java.util.Locale;
import java.util.UUID;

/**
 * An import in the queue.
 *
 * @param set the id of the data set that the file belongs to
 * @param format what each row states; the service defines the formats
 * @param allowRetractions whether the import runs even if it retracts many facts; it is then never held
 * @param actor the user who sent the file, who becomes the actor of the recorded events
 * @param planned whether the import has been started and its units are created
 */
public record ImportJob(
        UUID id,
        String set,
        String format,
        boolean dryRun,
        boolean allowRetractions,
        String actor,
        Status status,
        boolean planned) {

    public enum Status {
        /** The service counts how many facts the import would retract or move. Nothing is recorded yet. */
        COUNTING,
        RUNNING,
        UNDOING,
        /**
         * The import waits for a curator to release it, because it would retract or move too many facts. Nothing is
         * recorded.
         */
        HELD,
        COMPLETED,
        FAILED,
        UNDONE;

        static Status of(String storedName) {
            return valueOf(storedName.toUpperCase(Locale.ROOT));
        }

        /** Returns the name of the status in the database. */
        public String storedName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the name of the status in responses. It can differ from the name in the database. */
        public String publicName() {
            return isInProgress() ? "running" : storedName();
        }

        private boolean isInProgress() {
            return this == COUNTING || this == RUNNING || this == UNDOING;
        }
    }
}
