package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A second gateway on the same database joins, is killed, joins again, freezes beyond its session timeout and
 * continues, survives the first gateway, and leaves. Kafka reassigns the partitions at each step.
 */
record RivalGateway() implements Fault {

    private static final String SERVICE = TestInstallation.GATEWAY;

    @Override
    public BooleanSupplier strike(Scene scene) {
        var installation = scene.installation();
        var before = installation
                .client()
                .get("/api/organizations?limit=1")
                .expect(200)
                .cursor();
        try (var killed = ServiceReplica.start(installation, SERVICE)) {
            writesGoOn(scene);
            killed.kill();
        }
        writesGoOn(scene);
        try (var second = ServiceReplica.start(installation, SERVICE)) {
            var changes = new ChangeFeedClient(second.client());
            try (var subscriber = EventSourceClient.to(changes.stream("since=" + before))) {
                freeze(second);
                writesGoOn(scene);
                var healed = installation.kill(SERVICE);
                await("the first one is back").until(healed::getAsBoolean);
                writesGoOn(scene);
                tellTheSame(installation, changes, subscriber, before);
            }
        }
        return installation::ready;
    }

    private static void freeze(ServiceReplica gateway) {
        gateway.signal("STOP");
        try {
            FaultPause.millis(8_000);
        } finally {
            gateway.signal("CONT");
        }
    }

    private static void writesGoOn(Scene scene) {
        var next = scene.load().count() + scene.load().writesPerSecond();
        await("writes go on").until(() -> scene.load().count() >= next);
    }

    /** Asserts that both gateways return the same pages in the same order under the same cursors. */
    private static void tellTheSame(
            TestInstallation installation, ChangeFeedClient second, EventSourceClient subscriber, String since) {
        var here = new ChangeFeedClient(installation.client()).since(since);
        await("the second one is as far").until(() -> second.since(since).size() >= here.size());
        assertThat(cursors(second.since(since).subList(0, here.size()))).isEqualTo(cursors(here));
        await("its subscriber is as far").until(() -> subscriber.count("change") >= here.size());
        var streamed = subscriber.named("change").subList(0, here.size());
        assertThat(cursors(streamed.stream().map(EventSourceClient.Event::json).toList()))
                .isEqualTo(cursors(here));
    }

    private static List<String> cursors(List<JsonNode> changes) {
        return changes.stream()
                .map(change ->
                        change.path("cursor").asText() + " " + change.path("id").asText())
                .toList();
    }

    @Override
    public String toString() {
        return "a second gateway joins, is killed, freezes, outlives the first, leaves";
    }
}
