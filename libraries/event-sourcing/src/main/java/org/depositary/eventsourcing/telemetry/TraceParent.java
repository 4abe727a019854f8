package org.depositary.eventsourcing.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sampled span that caused an event, as text: {@code 00-<trace>-<span>-01} (W3C Trace Context). It travels with the
 * event from its command to its readers.
 */
public record TraceParent(String text) {

    /** The header of Kafka records and of HTTP requests. */
    public static final String HEADER = "traceparent";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public String get(Map<String, String> headers, String name) {
            return headers.get(name);
        }
    };

    /** The span in which this thread works. Empty if it has none, or one that is not sampled. */
    public static Optional<TraceParent> current() {
        return of(Span.current());
    }

    /** Empty if the span is not sampled. */
    public static Optional<TraceParent> of(Span span) {
        if (!span.getSpanContext().isSampled()) {
            return Optional.empty();
        }
        var headers = new HashMap<String, String>();
        W3C.inject(Context.root().with(span), headers, Map::put);
        return Optional.of(new TraceParent(headers.get(HEADER)));
    }

    /** Parses a header that anybody may have written. Empty if it is invalid or names no sampled span. */
    public static Optional<TraceParent> parse(String header) {
        var parsed = new TraceParent(header);
        return Span.fromContext(parsed.context()).getSpanContext().isSampled() ? Optional.of(parsed) : Optional.empty();
    }

    /** Starts a span that this one has caused. Its own thread need not have a current span. */
    public Span start(String name, SpanKind kind, Instant at) {
        return GlobalOpenTelemetry.getTracer("org.depositary")
                .spanBuilder(name)
                .setParent(context())
                .setSpanKind(kind)
                .setStartTimestamp(at)
                .startSpan();
    }

    private Context context() {
        return W3C.extract(Context.root(), Map.of(HEADER, text), HEADERS);
    }
}
