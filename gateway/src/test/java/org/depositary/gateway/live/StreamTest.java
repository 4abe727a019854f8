package org.depositary.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.gateway.ServerSentEventClient;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.gateway.WitnessProjector;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a subscriber gets every change at once and exactly once. */
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class StreamTest {

    private static final int MANY = 300;

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final String stream = "membership:" + organization + "/KZ";

    @TestHTTPResource
    URI origin;

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    @Inject
    WitnessProjector witness;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void await_no_subscribers_of_earlier_tests() {
        await().until(() -> subscribers() == 0);
    }

    private double subscribers() {
        return metrics.get("depositary.subscribers").gauge().value();
    }

    private URI changes(String query) {
        return origin.resolve("/api/changes/stream?" + query);
    }

    private URI ours() {
        return changes("organization=" + organization);
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

    private void awaitInLog(int versions) {
        await().until(() -> log.versions(stream).size() == versions);
    }

    private void awaitServed() {
        await().until(() -> log.select("SELECT min(p.seq) = max(h.seq) FROM position p, change_head h")
                .getFirst()
                .equals("t"));
    }

    @Test
    void a_change_arrives_as_a_cloud_event_whose_id_is_its_cursor() {
        try (var source = ServerSentEventClient.open(ours())) {
            assertThat(source.status()).isEqualTo(200);
            assertThat(source.header("Content-Type")).isEqualTo("text/event-stream");
            publish(1, 1);
            await().until(() -> source.events().size() == 1);
            var event = source.events().getFirst();
            assertThat(event.name()).isEqualTo("change");
            assertThat(event.id())
                    .isEqualTo(event.json().path("cursor").asText())
                    .matches("[a-z0-9]{8}\\.\\d+");
            assertThat(event.json().path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.json().path("type").asText()).isEqualTo("org.depositary.membership.membership-changed.v1");
            assertThat(event.json().path("subject").asText()).isEqualTo(stream);
            assertThat(event.json().path("sequence").asInt()).isEqualTo(1);
            assertThat(event.json().path("actor").asText()).isEqualTo("somebody");
            assertThat(event.json().path("data").path("party").asText()).isEqualTo("KZ");
        }
    }

    @Test
    void without_a_cursor_a_stream_starts_now_and_with_one_after_it() {
        publish(1, 2);
        awaitInLog(2);
        awaitServed();
        try (var source = ServerSentEventClient.open(ours())) {
            publish(3, 3);
            await().until(() -> !source.changes().isEmpty());
            assertThat(source.changes()).isEqualTo(versions(3, 3));
        }
        var first = log.select("SELECT epoch || '.' || seq FROM change WHERE stream_id = ? AND version = 1", stream)
                .getFirst();
        try (var source = ServerSentEventClient.open(changes("organization=" + organization + "&since=" + first))) {
            await().until(() -> source.changes().size() >= 2);
            assertThat(source.changes()).isEqualTo(versions(2, 3));
        }
    }

    @Test
    void a_client_that_reconnects_gets_every_change_exactly_once() {
        var seen = new ArrayList<String>();
        var publisher = Thread.ofVirtual()
                .unstarted(() -> IntStream.rangeClosed(1, MANY).forEach(v -> publish(v, v)));
        var lastId = "";
        try (var source = ServerSentEventClient.open(ours())) {
            await().until(() -> !source.lastId().isEmpty());
            publisher.start();
            await().until(() -> source.changes().size() > MANY / 10);
            lastId = closeAndCollect(source, seen);
        }
        while (seen.size() < MANY) {
            int before = seen.size();
            try (var source = ServerSentEventClient.resume(ours(), lastId)) {
                await().until(() -> before + source.changes().size() >= Math.min(MANY, before + MANY / 10));
                lastId = closeAndCollect(source, seen);
            }
        }
        assertThat(seen).isEqualTo(versions(1, MANY));
    }

    /** Closes the stream and adds its changes to {@code seen}. Returns the id of its last event. */
    private static String closeAndCollect(ServerSentEventClient source, List<String> seen) {
        source.close();
        await().until(source::hasEnded);
        seen.addAll(source.changes());
        return source.lastId();
    }

    @Test
    void a_subscriber_behind_the_ring_buffer_catches_up_from_the_database_without_a_gap() {
        publish(1, 4 * LiveClientsProfile.RING);
        awaitInLog(4 * LiveClientsProfile.RING);
        awaitServed();
        try (var source =
                ServerSentEventClient.open(changes("since=1970-01-01T00:00:00Z&organization=" + organization))) {
            publish(4 * LiveClientsProfile.RING + 1, 5 * LiveClientsProfile.RING);
            await().until(() -> source.changes().size() >= 5 * LiveClientsProfile.RING);
            assertThat(source.changes()).isEqualTo(versions(1, 5 * LiveClientsProfile.RING));
        }
    }

    @Test
    void a_stream_without_a_match_in_a_long_log_resumes_from_the_end() {
        publish(1, 4 * LiveClientsProfile.RING);
        awaitInLog(4 * LiveClientsProfile.RING);
        awaitServed();
        var rare = changes("since=1970-01-01T00:00:00Z&party=UZ&organization=" + organization);
        var end = log.select("SELECT epoch || '.' || seq FROM change_head").getFirst();
        try (var source = ServerSentEventClient.open(rare)) {
            await().until(() -> source.lastId().equals(end));
            assertThat(source.events()).isEmpty();
        }
        var ofUzbekistan = "membership:" + organization + "/UZ@1";
        try (var source = ServerSentEventClient.resume(rare, end)) {
            bus.publish(Event.accession(organization, "UZ", 1));
            await().until(() -> !source.changes().isEmpty());
            assertThat(source.changes()).containsExactly(ofUzbekistan);
        }
    }

    @Test
    void an_instant_excludes_changes_recorded_before_it() {
        var early = OffsetDateTime.parse("2020-01-01T00:00:00Z");
        bus.publish(
                Event.accession(organization, "KZ", 1).recordedAt(early),
                Event.accession(organization, "KZ", 2).recordedAt(early.plusDays(2)));
        awaitInLog(2);
        awaitServed();
        try (var source =
                ServerSentEventClient.open(changes("since=2020-01-02T00:00:00Z&organization=" + organization))) {
            await().until(() -> !source.changes().isEmpty());
            assertThat(source.changes()).isEqualTo(versions(2, 2));
        }
    }

    @Test
    void filters_select_changes_and_a_client_with_a_narrow_filter_still_gets_cursors() {
        publish(1, 1);
        bus.publish(Event.accession(organization, "UZ", 1), Event.accession(organization, "UZ", 2));
        awaitInLog(1);
        var from = log.select("SELECT epoch || '.' || (seq - 1) FROM change WHERE stream_id = ?", stream)
                .getFirst();
        var base = "since=" + from + "&organization=" + organization;
        try (var party = ServerSentEventClient.open(changes(base + "&party=Uzbekistan"));
                var type = ServerSentEventClient.open(changes(base + "&type=membership-changed"));
                var whole = ServerSentEventClient.open(
                        changes(base + "&type=org.depositary.membership.membership-change-sourced.v1"));
                var kind = ServerSentEventClient.open(changes(base + "&kind=exercise,document"))) {
            var ofUzbekistan = "membership:" + organization + "/UZ";
            await().until(() -> party.changes().size() == 2
                    && type.changes().size() == 2
                    && whole.changes().size() == 1);
            assertThat(party.changes()).containsExactly(ofUzbekistan + "@1", ofUzbekistan + "@2");
            assertThat(type.changes()).containsExactlyInAnyOrder(stream + "@1", ofUzbekistan + "@1");
            assertThat(whole.changes()).containsExactly(ofUzbekistan + "@2");
            var end = log.select("SELECT epoch || '.' || seq FROM change_head").getFirst();
            await().untilAsserted(() -> assertThat(kind.lastId()).isEqualTo(end));
            await().until(() -> kind.comments() > 1);
            assertThat(kind.events()).isEmpty();
        }
    }

    @Test
    void an_unknown_cursor_gives_a_reset_event_and_the_stream_continues_from_now() {
        for (var unknown : List.of("zzzzzzzz.1", "nonsense", future())) {
            try (var source = ServerSentEventClient.resume(ours(), unknown)) {
                await().until(() -> !source.events().isEmpty());
                var reset = source.events().getFirst();
                assertThat(reset.name()).isEqualTo("reset");
                assertThat(reset.json().path("snapshot").asText())
                        .isEqualTo("/api/changes?organization=" + organization);
                assertThat(reset.json().path("cursor").asText()).isEqualTo(reset.id());
                var party = "P" + (char) ('A' + unknown.length());
                bus.publish(Event.accession(organization, party, 1));
                await().until(() -> !source.changes().isEmpty());
                assertThat(source.changes()).containsExactly("membership:" + organization + "/" + party + "@1");
            }
        }
    }

    private String future() {
        return log.select("SELECT epoch || '.' || (seq + 1000000) FROM change_head")
                .getFirst();
    }

    @Test
    void a_last_event_id_takes_precedence_over_the_cursor_in_the_url() {
        publish(1, 3);
        awaitInLog(3);
        var cursors = log.select("SELECT epoch || '.' || seq FROM change WHERE stream_id = ? ORDER BY seq", stream);
        var address = changes("organization=" + organization + "&since=" + cursors.get(0));
        try (var source = ServerSentEventClient.resume(address, cursors.get(1))) {
            await().until(() -> !source.changes().isEmpty());
            assertThat(source.changes()).isEqualTo(versions(3, 3));
        }
    }

    @Test
    void a_change_is_not_sent_before_the_read_models_have_it() {
        try (var source = ServerSentEventClient.open(ours())) {
            var gate = witness.pause();
            publish(1, 1);
            awaitInLog(1);
            var beats = source.comments();
            await().until(() -> source.comments() > beats + 1);
            assertThat(source.changes()).isEmpty();
            gate.countDown();
            await().until(() -> !source.changes().isEmpty());
            assertThat(source.changes()).isEqualTo(versions(1, 1));
        }
    }

    @Test
    void a_client_that_does_not_read_is_disconnected_and_resumes_without_a_gap() throws IOException {
        var big = "x".repeat(200_000);
        try (var lazy = new Socket()) {
            // Without a small buffer the kernel would accept everything, and the client would not fall behind.
            lazy.setReceiveBufferSize(16_384);
            lazy.connect(new InetSocketAddress(origin.getHost(), origin.getPort()));
            lazy.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: here\r\n\r\n"
                            .formatted(ours().getPath() + "?" + ours().getQuery())
                            .getBytes(UTF_8));
            await().until(() -> subscribers() == 1);
            bus.publish(IntStream.rangeClosed(1, 100)
                    .mapToObj(version -> version == 1
                            ? Event.accession(organization, "KZ", 1)
                            : Event.correction(organization, "KZ", version, big))
                    .toArray(Event[]::new));
            await().until(() -> log.versions(stream).size() == 100);
            await().until(() -> subscribers() == 0);
            var received = new String(lazy.getInputStream().readAllBytes(), UTF_8);
            var whole = received.substring(0, received.lastIndexOf("\n\n"));
            var last = whole.substring(whole.lastIndexOf("id: ") + 4)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            var told = whole.lines().filter(line -> line.startsWith("data: ")).count();
            assertThat(told).isBetween(1L, 99L);
            var rest = new ArrayList<String>();
            while (told + rest.size() < 100) {
                // The server may close this connection again, if this machine reads too slowly.
                try (var back = ServerSentEventClient.resume(ours(), last)) {
                    await().until(() -> back.hasEnded()
                            || told + rest.size() + back.changes().size() >= 100);
                    last = closeAndCollect(back, rest);
                }
            }
            assertThat(rest).isEqualTo(versions((int) told + 1, 100));
        }
    }

    @Test
    void subscribers_above_the_limit_are_refused() {
        var sources = new ArrayList<ServerSentEventClient>();
        try {
            for (int i = 0; i < LiveClientsProfile.MAX_SUBSCRIBERS; i++) {
                sources.add(ServerSentEventClient.open(ours()));
            }
            assertThat(sources).extracting(ServerSentEventClient::status).containsOnly(200);
            try (var oneTooMany = ServerSentEventClient.open(ours())) {
                assertThat(oneTooMany.status()).isEqualTo(503);
                assertThat(oneTooMany.header("Retry-After")).isNotEmpty();
                assertThat(oneTooMany.header("Content-Type")).isEqualTo("application/problem+json");
            }
        } finally {
            sources.forEach(ServerSentEventClient::close);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=nonsense", "since=2020-13-45T00:00:00Z", "colour=red", "party=Nowhere%20Land"})
    void a_bad_query_is_refused(String query) {
        try (var source = ServerSentEventClient.open(changes(query))) {
            assertThat(source.status()).isEqualTo(400);
            assertThat(source.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void an_invalid_last_event_id_is_not_refused() {
        try (var source = ServerSentEventClient.resume(ours(), "2020-13-45T00:00:00Z")) {
            await().until(() -> !source.events().isEmpty());
            assertThat(source.events().getFirst().name()).isEqualTo("reset");
        }
    }
}
