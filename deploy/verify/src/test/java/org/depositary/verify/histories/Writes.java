package org.depositary.verify.histories;

import java.util.concurrent.atomic.AtomicLong;

/** How many writes were accepted and how many rightly refused. */
final class Writes {

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    void note(boolean isAccepted) {
        (isAccepted ? accepted : refused).incrementAndGet();
    }

    long accepted() {
        return accepted.get();
    }

    long refused() {
        return refused.get();
    }

    @Override
    public String toString() {
        return "%d writes accepted and %d refused".formatted(accepted(), refused());
    }
}
