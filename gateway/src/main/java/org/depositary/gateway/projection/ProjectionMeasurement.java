package org.depositary.gateway.projection;

import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.depositary.gateway.log.ChangeTraceTable;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.LoggedEvent;

/**
 * Records the age of the events that a projector projects, and a span for each that is traced. Records nothing while
 * read models are rebuilt, because the age of old events says nothing about the lag.
 */
record ProjectionMeasurement(Projector projector, LogProgress progress, Timer age, ChangeTraceTable traces)
        implements ProjectionObserver {

    @Override
    public void projected(Connection connection, ProjectedBatch batch) throws SQLException {
        if (progress.haveCaughtUp()) {
            var now = Instant.now();
            batch.events().forEach(event -> age.record(Duration.between(event.recordedAt(), now)));
            trace(connection, batch);
        }
    }

    private void trace(Connection connection, ProjectedBatch batch) throws SQLException {
        var found = traces.between(connection, batch.after(), batch.upTo());
        if (!(projector instanceof LogRangeProjector)) {
            found.keySet()
                    .retainAll(batch.events().stream().map(LoggedEvent::seq).collect(Collectors.toSet()));
        }
        found.forEach((seq, cause) -> cause.start("project " + projector.name(), SpanKind.INTERNAL, batch.began())
                .setAttribute("depositary.seq", seq)
                .end());
    }
}
