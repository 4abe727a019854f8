package org.depositary.gateway.exports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Limits how many exports are written at the same time, because each of them occupies a connection to the database. */
@Startup // Otherwise the metric exists only after the first export.
@ApplicationScoped
class ExportLimit {

    private final int atOnce;
    private final Semaphore free;

    ExportLimit(ExportSettings settings, MeterRegistry metrics) {
        atOnce = settings.atOnce();
        free = new Semaphore(atOnce);
        Gauge.builder("depositary.exports.running", free, left -> (double) atOnce - left.availablePermits())
                .description("Exports that are being written to clients")
                .register(metrics);
    }

    /** Begins an export. @throws Problem if too many are running */
    void begin() {
        if (!free.tryAcquire()) {
            throw Problem.of(
                    ProblemType.RATE_LIMITED,
                    "%d exports are running, which is the limit. Retry after Retry-After".formatted(atOnce));
        }
    }

    void end() {
        free.release();
    }
}
