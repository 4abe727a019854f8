package org.depositary.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs the same step on several workers in parallel, each on its own thread. */
public final class ConcurrentWorkers<T> implements AutoCloseable {

    @FunctionalInterface
    public interface Step<T> {
        void run(T worker) throws Exception;
    }

    private final List<T> workers;
    private final ExecutorService threads;

    public ConcurrentWorkers(List<T> workers) {
        this.workers = List.copyOf(workers);
        this.threads = Executors.newFixedThreadPool(workers.size());
    }

    /** Repeats the step on all workers until the time has passed. Returns the number of steps of all workers. */
    public long run(int seconds, Step<T> step) throws InterruptedException, ExecutionException {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        return sum(worker -> repeat(worker, step, until));
    }

    public void each(Step<T> step) throws InterruptedException, ExecutionException {
        sum(worker -> {
            step.run(worker);
            return 1L;
        });
    }

    private interface Work<T> {
        long run(T worker) throws Exception;
    }

    private long sum(Work<T> work) throws InterruptedException, ExecutionException {
        var counts = threads.invokeAll(workers.stream()
                .map(worker -> (Callable<Long>) () -> work.run(worker))
                .toList());
        long sum = 0;
        for (var count : counts) {
            sum += count.get();
        }
        return sum;
    }

    private static <T> long repeat(T worker, Step<T> step, long until) throws Exception {
        long count = 0;
        while (System.nanoTime() < until) {
            step.run(worker);
            count++;
        }
        return count;
    }

    /** Stops the threads, and closes the workers that are {@code AutoCloseable}. */
    @Override
    public void close() throws Exception {
        threads.shutdown();
        for (var worker : workers) {
            if (worker instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
