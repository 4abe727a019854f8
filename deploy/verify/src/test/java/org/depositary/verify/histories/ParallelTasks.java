package org.depositary.verify.histories;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Runs many tasks in parallel, with a limit. */
final class ParallelTasks implements AutoCloseable {

    private static final int AT_ONCE = 24;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final AtomicLong done = new AtomicLong();

    /** Returns when all are done. If one fails, throws its exception and skips the tasks that have not started. */
    <T> void forEach(Collection<T> all, Consumer<T> work) {
        var begun = new ArrayList<Future<?>>();
        all.forEach(each -> begun.add(threads.submit(() -> {
            work.accept(each);
            done.incrementAndGet();
        })));
        try {
            for (var each : begun) {
                each.get();
            }
        } catch (ExecutionException failure) {
            begun.forEach(each -> each.cancel(false));
            throw thrown(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Error thrown(Throwable cause) {
        return cause instanceof Error error ? error : new AssertionError(cause);
    }

    long done() {
        return done.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
