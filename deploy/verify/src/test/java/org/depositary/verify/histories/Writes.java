package org.depositary.verify.histories;

import java.util.concurrent.atomic.AtomicLong;

/** How many writes were accepted, imports among them, and how many rightly refused. */
final class Writes {

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong imports = new AtomicLong();

    void note(boolean isAccepted) {
        (isAccepted ? accepted : refused).incrementAndGet();
    }

    void noteImport() {
        imports.incrementAndGet();
    }

    long imports() {
        return imports.get();
    }

    long accepted() {
        return accepted.get();
    }

    long refused() {
        return refused.get();
    }

    @Override
    public String toString() {
        return "%d writes accepted, %d imports among them, and %d refused".formatted(accepted(), imports(), refused());
    }
}
