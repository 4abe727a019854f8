package org.depositary.gateway.feeder;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.depositary.eventsourcing.telemetry.TraceParent;
import org.depositary.gateway.feeder.StreamIntake.Entry;
import org.depositary.gateway.log.ChangeTraceTable;

/** The spans in which traced events enter the change log. Projectors and streams continue them. */
@ApplicationScoped
class IntakeSpans {

    /** Older events come from a topic that is read again from its beginning. Their traces have long ended. */
    private static final Duration OLDEST = Duration.ofHours(1);

    private final ChangeTraceTable traces;

    IntakeSpans(ChangeTraceTable traces) {
        this.traces = traces;
    }

    /**
     * Starts a span for each traced event among the new entries, and stores it for projectors and streams.
     *
     * @param before position of the log before the entries
     * @return the spans, to be ended after the commit, or by {@link #fail} after a rollback; a span that is not ended is not
     *     reported
     */
    List<Span> start(Connection connection, long before, List<Entry> entries, List<ParsedRecord> batch, Instant began)
            throws SQLException {
        if (!traces.isOn()) {
            return List.of();
        }
        var causes = causes(batch);
        var spans = new ArrayList<Span>();
        var stored = new HashMap<Long, TraceParent>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var cause = causes.get(entry.place());
            if (cause != null && isRecent(entry)) {
                var span = start(cause, entry, began);
                long seq = before + i + 1;
                TraceParent.of(span).ifPresent(parent -> stored.put(seq, parent));
                spans.add(span);
            }
        }
        traces.save(connection, stored);
        return spans;
    }

    /** Ends the spans of a transaction that was rolled back. */
    static void fail(List<Span> spans) {
        spans.forEach(span -> span.setStatus(StatusCode.ERROR, "The transaction failed and is repeated")
                .end());
    }

    private static Map<KafkaRecord.Place, TraceParent> causes(List<ParsedRecord> batch) {
        var causes = new HashMap<KafkaRecord.Place, TraceParent>();
        batch.forEach(each -> each.record()
                .cause()
                .ifPresent(cause -> causes.put(each.record().place(), cause)));
        return causes;
    }

    private static boolean isRecent(Entry entry) {
        return entry.event().recordedAt().toInstant().isAfter(Instant.now().minus(OLDEST));
    }

    private static Span start(TraceParent cause, Entry entry, Instant began) {
        return cause.start("store in change log", SpanKind.CONSUMER, began)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.kafka.offset", entry.place().offset())
                .setAttribute("depositary.event.id", entry.event().id().toString());
    }
}
