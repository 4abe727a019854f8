package org.depositary.benchmarks.write;

import java.util.concurrent.Callable;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;

/**
 * Measures how fast work is done, including the publication of its events: the time ends when Kafka has acknowledged
 * all events and the outbox is empty.
 */
final class OutboxDrainRate {

    private static final long BETWEEN_LOOKS = 2;

    private OutboxDrainRate() {}

    /**
     * Returns the units of work per second until the outbox is empty.
     *
     * @param work returns the number of units that it has done
     */
    static double rate(BenchmarkDatabase database, Callable<Long> work) throws Exception {
        try (var connection = database.connect();
                var left = connection.prepareStatement("SELECT 1 FROM outbox LIMIT 1")) {
            long begun = System.nanoTime();
            long count = work.call();
            while (left.executeQuery().next()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            return count * 1e9 / (System.nanoTime() - begun);
        }
    }
}
