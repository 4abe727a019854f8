package org.depositary.vocabulary.timeline;

import java.util.Optional;

/** The status of a party between two changes, and the change that caused it. */
sealed interface CurrentStatus {

    /**
     * The party has no status: it has left the organisation, or it never had a status.
     *
     * @param by the change by which it left; empty if it never had a status
     */
    record Outside(Optional<DatedMembershipChange> by) implements CurrentStatus {
        static final Outside SINCE_EVER = new Outside(Optional.empty());

        @Override
        public MembershipStatus status() {
            return MembershipStatus.NONE;
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

    record Inside(MembershipStatus status, DatedMembershipChange since) implements CurrentStatus {
        @Override
        public Optional<DatedMembershipChange> by() {
            return Optional.of(since);
        }

        @Override
        public boolean isMember() {
            return status == MembershipStatus.MEMBER;
        }

        @Override
        public String toString() {
            return "is %s since %s".formatted(status, since.effective());
        }
    }

    /**
     * The party is suspended.
     *
     * @param before the status before the suspension, which a reinstatement restores
     */
    record Suspended(Inside before, DatedMembershipChange since) implements CurrentStatus {
        @Override
        public Optional<DatedMembershipChange> by() {
            return Optional.of(since);
        }

        @Override
        public MembershipStatus status() {
            return MembershipStatus.SUSPENDED;
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

    MembershipStatus status();

    Optional<DatedMembershipChange> by();

    /** Whether the party is a member or a suspended member. */
    boolean isMember();
}
