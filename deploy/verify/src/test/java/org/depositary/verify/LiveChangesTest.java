package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.depositary.verify.EventSourceClient.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A subscriber gets every change at once and exactly once. */
@ExtendWith(SharedInstallation.class)
class LiveChangesTest {

    private final TestInstallation installation;
    private final OriginClient reader;
    private final OriginClient curator;
    private final ChangeFeedClient changes;
    private final String organization = "live-" + UUID.randomUUID().toString().substring(0, 8);

    LiveChangesTest(TestInstallation installation) {
        this.installation = installation;
        this.reader = installation.client();
        this.curator = reader.with(installation.token("curator"));
        this.changes = new ChangeFeedClient(reader);
    }

    @BeforeEach
    void register() {
        curator.put("/api/organizations/" + organization, CommandBodies.organization("Live"))
                .expect(201);
    }

    @Test
    void changes_arrive_by_themselves() {
        try (var subscriber = EventSourceClient.to(filtered())) {
            connected(subscriber, 1);
            recordAndSee(subscriber, "AT");
            for (var party : List.of("BE", "CH", "DE", "DK", "ES")) {
                recordAndSee(subscriber, party);
            }
        }
    }

    @Test
    void filters_leave_other_changes_out() {
        try (var subscriber = EventSourceClient.to(
                changes.stream("organization=%s&party=FR&kind=membership".formatted(organization)))) {
            connected(subscriber, 1);
            accede("BE");
            curator.post("/api/exercises", CommandBodies.exercise("Filtered", "2020", "FR", "BE"))
                    .expect(201);
            recordAndSee(subscriber, "FR");
            assertThat(subscriber.named("change")).hasSize(1);
            assertThat(subscriber.named("change").getFirst().json().path("type").asText())
                    .isEqualTo("org.depositary.membership.membership-changed.v1");
        }
    }

    @Test
    void closed_and_reopened_it_misses_nothing_and_repeats_nothing() {
        var expected = new ArrayList<String>();
        String lastId;
        try (var subscriber = EventSourceClient.to(filtered())) {
            connected(subscriber, 1);
            recordAndSee(subscriber, "AT");
            lastId = subscriber.lastId();
        }
        for (var party : List.of("BE", "CH", "DE")) {
            expected.add(accede(party));
        }
        try (var subscriber = EventSourceClient.resumed(filtered(), lastId)) {
            await().until(() -> seen(subscriber).size() >= 3);
            // Only the order within a stream is guaranteed; these are different streams.
            assertThat(seen(subscriber)).containsExactlyInAnyOrderElementsOf(expected);
            expected.add(recordAndSee(subscriber, "DK"));
            assertThat(seen(subscriber)).hasSameSizeAs(expected).endsWith(expected.getLast());
        }
    }

    @Test
    void a_killed_gateway_is_not_noticed_but_for_the_pause() {
        var expected = new ArrayList<String>();
        try (var subscriber = EventSourceClient.to(filtered())) {
            connected(subscriber, 1);
            expected.add(recordAndSee(subscriber, "AT"));
            var healed = installation.kill(TestInstallation.GATEWAY);
            await("the gateway is back").until(healed::getAsBoolean);
            var meanwhile = accede("BE");
            expected.add(meanwhile);
            connected(subscriber, 2);
            await().until(() -> seen(subscriber).contains(meanwhile));
            expected.add(recordAndSee(subscriber, "CH"));
            assertThat(seen(subscriber)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void a_snapshots_cursor_streams_on_without_a_gap() {
        accede("AT");
        var page = reader.get("/api/organizations/sco/members").expect(200);
        var later = accede("BE");
        try (var subscriber = EventSourceClient.to(
                changes.stream("organization=%s&since=%s".formatted(organization, page.cursor())))) {
            await().until(() -> seen(subscriber).contains(later));
        }
    }

    @Test
    void an_unknown_cursor_is_told_to_start_again() {
        var foreign = foreign(changes.end());
        try (var subscriber = EventSourceClient.resumed(filtered(), foreign)) {
            await().until(() -> !subscriber.named("reset").isEmpty());
            assertThat(subscriber.named("reset").getFirst().data()).contains("/api/");
        }
        var page = reader.get("/api/changes?since=" + foreign).expect(410);
        assertThat(page.header("Content-Type")).startsWith("application/problem+json");
    }

    /** A valid cursor of another register. */
    private static String foreign(String cursor) {
        return (cursor.charAt(0) == '1' ? '2' : '1') + cursor.substring(1);
    }

    /** Records an accession. Returns the id of the fact. */
    private String accede(String party) {
        return curator.post(
                        "/api/organizations/%s/membership-changes".formatted(organization),
                        CommandBodies.change(party, "accession", "2001-06-15"))
                .expect(201)
                .body()
                .path("id")
                .asText();
    }

    private String recordAndSee(EventSourceClient subscriber, String party) {
        var fact = accede(party);
        await().until(() -> seen(subscriber).contains(fact));
        return fact;
    }

    private URI filtered() {
        return changes.stream("organization=%s&kind=membership&type=org.depositary.membership.membership-changed.v1"
                .formatted(organization));
    }

    private static void connected(EventSourceClient subscriber, int times) {
        await("connected").until(() -> subscriber.connections() >= times);
    }

    private static List<String> seen(EventSourceClient subscriber) {
        return subscriber.named("change").stream()
                .map(Event::json)
                .map(event -> event.path("data").path("id").asText())
                .toList();
    }
}
