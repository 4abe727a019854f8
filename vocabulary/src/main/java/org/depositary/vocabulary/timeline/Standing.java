package org.depositary.vocabulary.timeline;

import java.util.Optional;

/** Where a party stands between two changes, and by which change it came to stand there. */
sealed interface Standing {

    Standing NEVER_IN = new Outside(Optional.empty());

    /** Without a status, since it left or from the beginning. */
    record Outside(Optional<DatedChange> left) implements Standing {
        @Override
        public Optional<DatedChange> by() {
            return left;
        }

        @Override
        public Status status() {
            return Status.NONE;
        }
    }

    /** With a status. */
    record Inside(Status status, DatedChange through) implements Standing {
        @Override
        public Optional<DatedChange> by() {
            return Optional.of(through);
        }
    }

    /** With a status that rests. */
    record Suspended(Status before, DatedChange through) implements Standing {
        @Override
        public Optional<DatedChange> by() {
            return Optional.of(through);
        }

        @Override
        public Status status() {
            return Status.SUSPENDED;
        }
    }

    Optional<DatedChange> by();

    Status status();
}
