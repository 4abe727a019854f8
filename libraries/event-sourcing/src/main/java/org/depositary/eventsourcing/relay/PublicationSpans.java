package org.depositary.eventsourcing.relay;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.depositary.eventsourcing.relay.Outbox.Unpublished;
import org.depositary.eventsourcing.telemetry.TraceParent;

/** The spans of one batch: for each event with a trace, from sending it until Kafka has acknowledged it. */
final class PublicationSpans {

    private final List<Optional<Span>> spans;

    private PublicationSpans(List<Optional<Span>> spans) {
        this.spans = spans;
    }

    static PublicationSpans start(List<Unpublished> batch, String topic) {
        var now = Instant.now();
        return new PublicationSpans(batch.stream()
                .map(event -> event.cause().map(cause -> start(cause, event, topic, now)))
                .toList());
    }

    private static Span start(TraceParent cause, Unpublished event, String topic, Instant at) {
        return cause.start("publish " + topic, SpanKind.PRODUCER, at)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("depositary.event.id", event.id().toString())
                .setAttribute("depositary.stream", event.streamId());
    }

    /** Adds the header by which readers continue the trace to each record of a traced event. */
    List<ProducerRecord<String, byte[]>> mark(List<ProducerRecord<String, byte[]>> records) {
        for (int i = 0; i < records.size(); i++) {
            var headers = records.get(i).headers();
            spans.get(i)
                    .flatMap(TraceParent::of)
                    .ifPresent(parent ->
                            headers.add(TraceParent.HEADER, parent.text().getBytes(StandardCharsets.US_ASCII)));
        }
        return records;
    }

    /** @param published the number of acknowledged events, counted from the start of the batch */
    void end(int published) {
        spans.stream().skip(published).forEach(span -> span.ifPresent(failed -> failed.setStatus(StatusCode.ERROR)));
        spans.forEach(span -> span.ifPresent(Span::end));
    }
}
