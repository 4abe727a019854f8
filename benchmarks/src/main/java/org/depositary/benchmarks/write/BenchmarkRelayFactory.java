package org.depositary.benchmarks.write;

import java.util.Map;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.depositary.benchmarks.fixture.BenchmarkServers;
import org.depositary.eventsourcing.relay.EventEnvelope;
import org.depositary.eventsourcing.relay.LeaderLoop;
import org.depositary.eventsourcing.relay.OutboxRelay;
import org.depositary.eventsourcing.relay.TopicDefinition;

/** Creates the relay of the services for a database of a benchmark. */
final class BenchmarkRelayFactory {

    static final String TOPIC = "benchmark.events";

    private BenchmarkRelayFactory() {}

    static OutboxRelay of(BenchmarkServers servers, BenchmarkDatabase database) {
        return new OutboxRelay(
                new EventEnvelope(TopicDefinition.ofEvents(TOPIC), "membership", "/benchmark"),
                Map.of("bootstrap.servers", servers.kafka()),
                new LeaderLoop.Database(database.url(), database.user(), database.password()));
    }
}
