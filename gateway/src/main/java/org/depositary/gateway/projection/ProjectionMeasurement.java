package org.depositary.gateway.projection;

import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.telemetry.TraceParent;
import org.depositary.gateway.log.ChangeTraceTable;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.LoggedEvent;

/**
 * Records the age of the events that a projector has committed, and a span for each that is traced. A span includes the
 * commit, and has the status error if it failed. Records nothing while read models are rebuilt, because the age of old events
 * says nothing about the lag.
 */
final class ProjectionMeasurement implements ProjectionObserver {

    private final Projector projector;
    private final LogProgress progress;
    private final Timer age;
    private final ChangeTraceTable traces;
    /** Of the transaction that runs. */
    private List<LoggedEvent> events = List.of();

    private List<Span> spans = List.of();

    ProjectionMeasurement(Projector projector, LogProgress progress, Timer age, ChangeTraceTable traces) {
        this.projector = projector;
        this.progress = progress;
        this.age = age;
        this.traces = traces;
    }

    @Override
    public void projected(Connection connection, ProjectedBatch batch) throws SQLException {
        if (progress.haveCaughtUp()) {
            events = batch.events();
            spans = causes(connection, batch).entrySet().stream()
                    .map(cause -> start(cause.getKey(), cause.getValue(), batch.began()))
                    .toList();
        }
    }

    @Override
    public void committed() {
        var now = Instant.now();
        events.forEach(event -> age.record(Duration.between(event.recordedAt(), now)));
        end();
    }

    @Override
    public void rolledBack() {
        spans.forEach(span -> span.setStatus(StatusCode.ERROR, "The transaction failed and is repeated"));
        end();
    }

    private void end() {
        spans.forEach(Span::end);
        spans = List.of();
        events = List.of();
    }

    private Map<Long, TraceParent> causes(Connection connection, ProjectedBatch batch) throws SQLException {
        var found = traces.between(connection, batch.after(), batch.upTo());
        if (!(projector instanceof LogRangeProjector)) {
            found.keySet()
                    .retainAll(batch.events().stream().map(LoggedEvent::seq).collect(Collectors.toSet()));
        }
        return found;
    }

    private Span start(long seq, TraceParent cause, Instant began) {
        return cause.start("project " + projector.name(), SpanKind.INTERNAL, began)
                .setAttribute("depositary.seq", seq);
    }
}
