package org.depositary.benchmarks.write;

import java.util.concurrent.Callable;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;

/** Measures work that is done when Kafka has acknowledged all its events and the outbox is empty. */
final class OutboxDrainRate {

    private static final long BETWEEN_LOOKS = 2;

    private OutboxDrainRate() {}

    /** Units of work per second until the outbox is empty. */
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
