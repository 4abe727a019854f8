package org.depositary.vocabulary.timeline;

import java.util.Optional;

/** Where a party stands between two changes of its status, and by which change it came to stand there. */
sealed interface Standing {

    /** Without a status: since it left, or ever. */
    record Outside(Optional<DatedChange> by) implements Standing {
        static final Outside EVER = new Outside(Optional.empty());

        @Override
        public Status status() {
            return Status.NONE;
        }

        @Override
        public boolean isMember() {
            return false;
        }

        @Override
        public String toString() {
            return by.map(change -> "has no status since " + change.effective()).orElse("had no status before");
        }
    }

    /** With a status. */
    record Inside(Status status, DatedChange since) implements Standing {
        @Override
        public Optional<DatedChange> by() {
            return Optional.of(since);
        }

        @Override
        public boolean isMember() {
            return status == Status.MEMBER;
        }

        @Override
        public String toString() {
            return "is %s since %s".formatted(status, since.effective());
        }
    }

    /** With a status that rests until it is reinstated. */
    record Suspended(Inside before, DatedChange since) implements Standing {
        @Override
        public Optional<DatedChange> by() {
            return Optional.of(since);
        }

        @Override
        public Status status() {
            return Status.SUSPENDED;
        }

        @Override
        public boolean isMember() {
            return before.isMember();
        }

        @Override
        public String toString() {
            return "is suspended since " + since.effective();
        }
    }

    Status status();

    Optional<DatedChange> by();

    /** Whether it is a member, be it a suspended one. */
    boolean isMember();
}
