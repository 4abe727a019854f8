package org.depositary.gateway.live;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.depositary.eventsourcing.telemetry.TraceParent;

/** One span for each traced change that a round sends to the streams of one event loop, with their number. */
final class DeliverySpans {

    private final Instant began = Instant.now();
    private final Map<TraceParent, Long> streams = new HashMap<>();

    void sent(SseChunk chunk) {
        chunk.causes().forEach(cause -> streams.merge(cause, 1L, Long::sum));
    }

    void end() {
        streams.forEach((cause, count) -> cause.start("deliver to streams", SpanKind.PRODUCER, began)
                .setAttribute("depositary.streams", count)
                .end());
    }
}
