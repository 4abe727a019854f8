package org.depositary.benchmarks.write;

import java.util.Map;
import org.depositary.benchmarks.fixture.Database;
import org.depositary.benchmarks.fixture.Servers;
import org.depositary.eventsourcing.relay.EventEnvelope;
import org.depositary.eventsourcing.relay.LeaderLoop;
import org.depositary.eventsourcing.relay.OutboxRelay;
import org.depositary.eventsourcing.relay.Topic;

/** Makes the relay that the services run, for a database of a benchmark. */
final class Relays {

    static final String TOPIC = "benchmark.events";

    private Relays() {}

    static OutboxRelay of(Servers servers, Database database) {
        return new OutboxRelay(
                new EventEnvelope(Topic.ofEvents(TOPIC), "membership", "/benchmark"),
                Map.of("bootstrap.servers", servers.kafka()),
                new LeaderLoop.Database(database.url(), database.user(), database.password()));
    }
}
