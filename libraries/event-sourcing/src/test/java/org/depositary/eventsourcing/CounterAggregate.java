package org.depositary.eventsourcing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.depositary.eventsourcing.http.ObjectMapperSettings;
import org.depositary.eventsourcing.relay.EventEnvelope;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.eventsourcing.store.RecordEventCodec;

/** The smallest aggregate: it counts, and refuses to count beyond a limit. */
public final class CounterAggregate {

    /** Adds {@code amount} in steps of one event each. Refused if the sum would exceed {@code limit}. */
    public record Add(int amount, int limit) {}

    /** One step of the counter. In version 1 of the event, field {@code amount} had the name {@code by}. */
    public record Counted(int amount) {}

    public static final TopicDefinition TOPIC = TopicDefinition.ofEvents("counting.events");

    public static final AggregateType<Add, Integer, Counted> AGGREGATE = new AggregateType<>(
            "counter",
            Decider.of(0, CounterAggregate::decide, (sum, event) -> sum + event.amount()),
            new RecordEventCodec<Counted>(ObjectMapperSettings.mapper())
                    .with("counted", 2, Counted.class)
                    .upcast("counted", 1, old -> {
                        old.set("amount", old.remove("by"));
                        return old;
                    }));

    private CounterAggregate() {}

    private static List<Counted> decide(Add command, int sum) {
        if (sum + command.amount() > command.limit()) {
            throw Problem.of(ProblemType.CONFLICT, "The limit is " + command.limit());
        }
        return java.util.stream.IntStream.range(0, command.amount())
                .mapToObj(each -> new Counted(1))
                .toList();
    }

    @Produces
    @Singleton
    static EventEnvelope envelope() {
        return new EventEnvelope(TOPIC, "counting", "/counting-service");
    }
}
