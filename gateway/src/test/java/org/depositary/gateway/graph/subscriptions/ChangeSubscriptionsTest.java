package org.depositary.gateway.graph.subscriptions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that a subscription gets every change once, also when connections break and other clients do not read. */
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ChangeSubscriptionsTest {

    private static final int MANY = 300;
    private static final int STALLED = 20;
    private static final int BIG_CHANGES = 100;
    private static final int BIG = 200_000;
    private static final long MEGABYTE = 1 << 20;

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final String stream = "membership:" + organization + "/KZ";
    private final String ours = "filter: {organization: \"%s\"}".formatted(organization);

    @TestHTTPResource
    URI origin;

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void await_no_subscribers_of_earlier_tests() {
        await().until(() -> subscribers() == 0);
    }

    private double subscribers() {
        return metrics.get("depositary.subscribers").gauge().value();
    }

    private GraphQlSocketClient subscribed(String arguments) {
        return GraphQlSocketClient.connected(origin).changes(arguments);
    }

    private String since(String cursor) {
        return "since: \"%s\", %s".formatted(cursor, ours);
    }

    private void publish(int from, int upTo) {
        bus.publish(IntStream.rangeClosed(from, upTo)
                .mapToObj(version -> Event.accession(organization, "KZ", version))
                .toArray(Event[]::new));
    }

    private List<String> versions(int from, int upTo) {
        return IntStream.rangeClosed(from, upTo)
                .mapToObj(version -> stream + "@" + version)
                .toList();
    }

    private void publishAndAwait(int from, int upTo) {
        publish(from, upTo);
        await().until(() -> log.versions(stream).size() == upTo);
        await().until(() -> log.select("SELECT min(p.seq) = max(h.seq) FROM position p, change_head h")
                .getFirst()
                .equals("t"));
    }

    private String end() {
        return log.select("SELECT epoch || '.' || seq FROM change_head").getFirst();
    }

    @Test
    void a_subscription_begins_with_its_cursor_and_gets_changes_as_cloud_events() {
        try (var client = subscribed(ours)) {
            await().until(() -> !client.lastCursor().isEmpty());
            assertThat(client.events("POSITION")).isNotEmpty();
            publish(1, 1);
            await().until(() -> client.events("CHANGE").size() == 1);
            var change = client.events("CHANGE").getFirst();
            assertThat(change.path("cursor").asText()).matches("[a-z0-9]{8}\\.\\d+");
            assertThat(change.path("type").asText()).isEqualTo("org.depositary.membership.membership-changed.v1");
            assertThat(change.path("source").asText()).isEqualTo("/membership-service");
            assertThat(change.path("subject").asText()).isEqualTo(stream);
            assertThat(change.path("sequence").asInt()).isEqualTo(1);
            assertThat(change.path("actor").asText()).isEqualTo("somebody");
            assertThat(change.path("data").path("party").asText()).isEqualTo("KZ");
            assertThat(change.path("data").path("factChange").path("action").asText())
                    .isEqualTo("recorded");
            assertThat(change.path("snapshot").isNull()).isTrue();
            var inPages = given().get("/api/changes?organization=" + organization)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (var field : List.of("cursor", "id", "time", "type", "source")) {
                assertThat(change.path(field).asText()).isEqualTo(inPages.getString("items[0]." + field));
            }
        }
    }

    @Test
    void a_client_that_reconnects_gets_every_change_exactly_once() {
        var seen = new ArrayList<String>();
        var publisher = Thread.ofVirtual()
                .unstarted(() -> IntStream.rangeClosed(1, MANY).forEach(v -> publish(v, v)));
        var cursor = "";
        try (var client = subscribed(ours)) {
            await().until(() -> !client.lastCursor().isEmpty());
            publisher.start();
            await().until(() -> client.changes().size() > MANY / 10);
            cursor = closeAndCollect(client, seen);
        }
        while (seen.size() < MANY) {
            int before = seen.size();
            try (var client = subscribed(since(cursor))) {
                await().until(() -> before + client.changes().size() >= Math.min(MANY, before + MANY / 10));
                cursor = closeAndCollect(client, seen);
            }
        }
        assertThat(seen).isEqualTo(versions(1, MANY));
    }

    /** Closes the connection and adds its changes to {@code seen}. Returns the last cursor. */
    private static String closeAndCollect(GraphQlSocketClient client, List<String> seen) {
        var received = client.closeNow();
        seen.addAll(received.changes());
        return received.lastCursor();
    }

    @Test
    void a_subscription_behind_the_ring_buffer_catches_up_from_the_database_without_a_gap() {
        publishAndAwait(1, 4 * LiveClientsProfile.RING);
        try (var client = subscribed(since("1970-01-01T00:00:00Z"))) {
            publish(4 * LiveClientsProfile.RING + 1, 5 * LiveClientsProfile.RING);
            await().until(() -> client.changes().size() >= 5 * LiveClientsProfile.RING);
            assertThat(client.changes()).isEqualTo(versions(1, 5 * LiveClientsProfile.RING));
        }
    }

    @Test
    void filters_select_changes_and_the_position_moves_on_where_nothing_matches() {
        publish(1, 1);
        bus.publish(Event.accession(organization, "UZ", 1), Event.accession(organization, "UZ", 2));
        var ofUzbekistan = "membership:" + organization + "/UZ";
        await().until(() -> log.versions(ofUzbekistan).size() == 2);
        await().until(() -> !log.versions(stream).isEmpty());
        var begin = "since: \"1970-01-01T00:00:00Z\", filter: {organization: [\"%s\"], ".formatted(organization);
        try (var party = subscribed(begin + "party: \"Uzbekistan\"}");
                var type = subscribed(begin + "type: [\"membership-changed\", \"membership-revoked\"]}");
                var kind = subscribed(begin + "kind: [\"exercise\", \"document\"]}")) {
            await().until(() -> party.changes().size() == 2 && type.changes().size() == 2);
            assertThat(party.changes()).containsExactly(ofUzbekistan + "@1", ofUzbekistan + "@2");
            assertThat(type.changes()).containsExactlyInAnyOrder(stream + "@1", ofUzbekistan + "@1");
            var end = end();
            await().untilAsserted(() -> assertThat(kind.lastCursor()).isEqualTo(end));
            assertThat(kind.events("CHANGE")).isEmpty();
            await().until(() -> !kind.ofType("ping").isEmpty());
        }
    }

    @Test
    void an_unknown_cursor_gives_a_reset_and_the_subscription_continues_from_now() {
        var future = log.select("SELECT epoch || '.' || (seq + 1000000) FROM change_head")
                .getFirst();
        int version = 0;
        for (var unknown : List.of("zzzzzzzz.1", "nonsense", future)) {
            version++;
            try (var client = subscribed(since(unknown))) {
                await().until(() -> !client.events("RESET").isEmpty());
                var reset = client.events("RESET").getFirst();
                assertThat(reset.path("snapshot").asText()).isEqualTo("/api/changes?organization=" + organization);
                assertThat(reset.path("cursor").asText()).matches("[a-z0-9]{8}\\.\\d+");
                publish(version, version);
                await().until(() -> !client.changes().isEmpty());
                assertThat(client.changes()).isEqualTo(versions(version, version));
            }
        }
    }

    @Tag("full")
    @Test
    void clients_that_do_not_read_cost_no_memory_and_delay_no_other() throws IOException {
        var stalled = new ArrayList<StalledSubscriber>();
        try (var healthy = subscribed(ours)) {
            await().until(() -> !healthy.lastCursor().isEmpty());
            publishBig(1, BIG_CHANGES);
            await().until(() -> healthy.changes().size() == BIG_CHANGES);
            healthy.forget();
            long before = usedHeap();
            for (int i = 0; i < STALLED; i++) {
                stalled.add(new StalledSubscriber(
                        origin, "subscription { changes(%s) { %s } }".formatted(ours, GraphQlSocketClient.ALL_FIELDS)));
            }
            publishBig(BIG_CHANGES + 1, 2 * BIG_CHANGES);
            await().until(() -> healthy.changes().size() == BIG_CHANGES);
            assertThat(healthy.changes()).isEqualTo(versions(BIG_CHANGES + 1, 2 * BIG_CHANGES));
            healthy.forget();
            // All changes of all stalled clients would take 400 MB.
            assertThat((usedHeap() - before) / MEGABYTE).isLessThan(64);
            await("the stalled clients are disconnected").until(() -> subscribers() == 1);
        } finally {
            for (var each : stalled) {
                each.close();
            }
        }
    }

    private void publishBig(int from, int upTo) {
        var note = "x".repeat(BIG);
        bus.publish(IntStream.rangeClosed(from, upTo)
                .mapToObj(version -> version == 1
                        ? Event.accession(organization, "KZ", 1)
                        : Event.correction(organization, "KZ", version, note))
                .toArray(Event[]::new));
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void all_subscriptions_start_at_once() {
        try (var client = GraphQlSocketClient.connected(origin)) {
            var query = "subscription { changes(%s) { event } }".formatted(ours);
            for (int i = 0; i < LiveClientsProfile.MAX_OPERATIONS; i++) {
                client.operation("s" + i, query);
            }
            await().until(() -> client.ofType("next").stream()
                            .map(message -> message.path("id"))
                            .distinct()
                            .count()
                    == LiveClientsProfile.MAX_OPERATIONS);
            assertThat(client.ofType("error")).isEmpty();
        }
    }

    @Test
    void several_subscriptions_share_a_connection_and_end_one_by_one() {
        try (var client = GraphQlSocketClient.connected(origin)) {
            var query = "subscription { changes(%s) { event subject sequence } }".formatted(ours);
            client.operation("a", query).operation("b", query);
            await().until(() -> client.ofType("next").size() >= 2);
            publish(1, 1);
            await().until(() -> client.changes().size() == 2);
            client.send("{\"type\": \"complete\", \"id\": \"a\"}");
            client.send("{\"type\": \"ping\"}");
            await().until(() -> !client.ofType("pong").isEmpty());
            publish(2, 2);
            await().until(() -> client.changes().size() == 3);
            assertThat(client.changes()).containsExactly(stream + "@1", stream + "@1", stream + "@2");
        }
    }

    @Test
    void a_bad_argument_is_an_error_of_its_operation_only() {
        try (var client = GraphQlSocketClient.connected(origin)) {
            client.operation("a", "subscription { changes(filter: {kind: \"nonsense\"}) { event } }");
            client.operation("b", "subscription { changes(since: \"2020-13-45T00:00:00Z\") { event } }");
            client.operation("c", "subscription { changes { colour } }");
            await().until(() -> client.ofType("error").size() == 3);
            var errors = client.ofType("error").stream()
                    .map(error -> error.path("payload").get(0).path("message").asText())
                    .toList();
            assertThat(errors)
                    .anySatisfy(text -> assertThat(text).contains("'nonsense' is unknown"))
                    .anySatisfy(text -> assertThat(text).contains("is neither an instant"))
                    .anySatisfy(text -> assertThat(text).contains("colour"));
            client.operation("d", "{ cursor }");
            await().until(() -> !client.ofType("complete").isEmpty());
            assertThat(client.ofType("next")
                            .getFirst()
                            .at("/payload/data/cursor")
                            .asText())
                    .matches("[a-z0-9]{8}\\.\\d+");
        }
    }
}
