package org.depositary.benchmarks.imports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.depositary.benchmarks.BenchmarkRun;

/** Lets all clients send commands in parallel, while editions are imported in turns. */
record MixedLoad(
        BenchmarkRun run, List<CommandClient> clients, AlternatingImporter importer, ServiceOutboxes outboxes) {

    private static final long PROGRESS_SECONDS = 10;

    /**
     * Sends this number of commands, with imports in parallel. Returns after the end of the last import.
     *
     * @return the seconds until the last response
     */
    double send(int commands, ResponseCounter tally) throws Exception {
        long begun = System.nanoTime();
        try (var threads = Executors.newCachedThreadPool()) {
            try {
                var sending = new ArrayList<Future<Double>>();
                for (var client : clients) {
                    sending.add(threads.submit(() -> {
                        client.send(commands / clients.size(), tally);
                        return (System.nanoTime() - begun) / 1e9;
                    }));
                }
                var importing = threads.submit(alternate(sending, tally));
                report(importing, tally);
                importing.get();
                return longest(sending);
            } finally {
                // If an import fails, this stops the clients.
                threads.shutdownNow();
            }
        }
    }

    private Callable<Void> alternate(List<Future<Double>> sending, ResponseCounter tally) {
        return () -> {
            importer.alternateWhile(() -> sending.stream().anyMatch(one -> !one.isDone()), tally);
            return null;
        };
    }

    private static double longest(List<Future<Double>> all) throws InterruptedException, ExecutionException {
        double longest = 0;
        for (var one : all) {
            longest = Math.max(longest, one.get());
        }
        return longest;
    }

    private void report(Future<?> importing, ResponseCounter tally) throws SQLException, InterruptedException {
        while (!isDoneWithin(PROGRESS_SECONDS, importing)) {
            long sent = clients.stream().mapToLong(CommandClient::sent).sum();
            run.say(
                    "    %,d commands sent; %d imports ended; %,d events wait; %d answers 5xx but busy, %d without answer"
                            .formatted(
                                    sent,
                                    importer.ended().size(),
                                    outboxes.waiting(),
                                    tally.failures(),
                                    tally.unanswered()));
        }
    }

    private static boolean isDoneWithin(long seconds, Future<?> task) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!task.isDone() && System.nanoTime() < latest) {
            Thread.sleep(50);
        }
        return task.isDone();
    }
}
