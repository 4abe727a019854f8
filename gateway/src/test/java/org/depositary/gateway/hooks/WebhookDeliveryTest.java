package org.depositary.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.gateway.hooks.TestReceiver.Received;
import org.depositary.gateway.hooks.delivery.WebhookWorkers;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that changes reach the receivers of webhooks. */
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class WebhookDeliveryTest {

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final WebhookClient client = new WebhookClient("reader");
    private final TestReceiver receiver = new TestReceiver();

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    @Inject
    MovedWebhookClock clock;

    @Inject
    WebhookWorkers workers;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    private void pass(Duration time) {
        clock.move(time);
        workers.lookAgain();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private void publish(String party, int from, int upTo) {
        bus.publish(IntStream.rangeClosed(from, upTo)
                .mapToObj(version -> Event.accession(organization, party, version))
                .toArray(Event[]::new));
    }

    private List<String> versions(String party, int from, int upTo) {
        return IntStream.rangeClosed(from, upTo)
                .mapToObj(version -> "membership:%s/%s@%d".formatted(organization, party, version))
                .toList();
    }

    private String subscribe() {
        return client.subscribe(receiver.url(), organization).getString("id");
    }

    private void awaitReceived(int requests) {
        await("%d requests".formatted(requests)).until(() -> receiver.received().size() >= requests);
    }

    private void awaitDelivered(String webhook, int changes) {
        await("all delivered")
                .until(() -> client.deliveries(webhook, "status").stream()
                                .filter("delivered"::equals)
                                .count()
                        == changes);
    }

    @Test
    void a_change_arrives_signed_as_the_stream_has_it() throws Exception {
        var webhook = client.subscribe(receiver.url(), organization);
        publish("KZ", 1, 3);
        awaitReceived(3);
        assertThat(receiver.versions()).isEqualTo(versions("KZ", 1, 3));
        var request = receiver.received().getFirst();
        new Webhook(webhook.getString("secret"))
                .verify(
                        request.body(),
                        Map.of(
                                "webhook-id", List.of(request.message()),
                                "webhook-timestamp", List.of(request.timestamp()),
                                "webhook-signature", List.of(request.signature())));
        var page = RestAssured.given()
                .get("/api/changes?organization=" + organization)
                .asString();
        assertThat(page).contains(request.body());
        assertThat(request.contentType()).startsWith("application/cloudevents+json");
        assertThat(request.message()).isNotEqualTo(request.json().path("id").asText());
        awaitDelivered(webhook.getString("id"), 3);
        var logged = client.deliveries(webhook.getString("id")).getLast();
        assertThat(logged)
                .containsEntry("id", request.message())
                .containsEntry("event", request.json().path("id").asText())
                .containsEntry("cursor", request.json().path("cursor").asText())
                .containsEntry("attempts", 1)
                .containsEntry("responseStatus", 200);
    }

    @Test
    void since_an_instant_or_a_cursor_earlier_changes_arrive() {
        publish("KZ", 1, 2);
        await().until(() ->
                log.versions(versions("KZ", 1, 1).getFirst().replace("@1", "")).size() == 2);
        client.subscribe(Map.of(
                "url", receiver.url(),
                "filter", Map.of("organization", List.of(organization)),
                "since", "2000-01-01T00:00:00Z"));
        awaitReceived(2);
        var first = receiver.received().getFirst().json().path("cursor").asText();
        client.subscribe(
                Map.of("url", receiver.url(), "filter", Map.of("organization", List.of(organization)), "since", first));
        awaitReceived(3);
        assertThat(receiver.versions())
                .containsExactly(
                        versions("KZ", 1, 1).getFirst(),
                        versions("KZ", 2, 2).getFirst(),
                        versions("KZ", 2, 2).getFirst());
    }

    @Test
    void a_failed_change_holds_back_its_stream_and_no_other_and_is_repeated_byte_for_byte() {
        receiver.answering(request -> request.version().endsWith("KZ@1") ? 500 : 200);
        var webhook = subscribe();
        publish("KZ", 1, 1);
        awaitReceived(1);
        publish("KZ", 2, 3);
        publish("UZ", 1, 1);
        await("the other stream")
                .until(() -> receiver.versions().contains(versions("UZ", 1, 1).getFirst()));
        await("its stream waits").until(() -> client.deliveries(webhook).size() == 4);
        assertThat(receiver.versions()).doesNotContainAnyElementsOf(versions("KZ", 2, 3));
        receiver.answering(200);
        pass(Duration.ofSeconds(5));
        awaitDelivered(webhook, 4);
        var ofStream = receiver.received().stream()
                .filter(request -> request.version().contains("/KZ@"))
                .toList();
        assertThat(ofStream.stream().map(Received::version).distinct()).isEqualTo(versions("KZ", 1, 3));
        var repeated = ofStream.stream()
                .filter(request -> request.version().endsWith("@1"))
                .toList();
        assertThat(repeated).hasSizeGreaterThan(1);
        assertThat(repeated.stream().map(Received::body).distinct()).hasSize(1);
        assertThat(repeated.stream().map(Received::message).distinct()).hasSize(1);
    }

    @Test
    void after_an_hour_of_failures_every_change_arrives_in_order() {
        receiver.answering(503);
        var webhook = subscribe();
        publish("KZ", 1, 20);
        publish("UZ", 1, 20);
        awaitReceived(1);
        for (int minutes = 0; minutes < 60; minutes += 10) {
            pass(Duration.ofMinutes(10));
            int before = receiver.received().size();
            publish("TJ", minutes / 10 + 1, minutes / 10 + 1);
            await("an attempt").until(() -> receiver.received().size() > before || minutesLeft(webhook));
        }
        assertThat(client.deliveries(webhook, "status")).isNotEmpty().containsOnly("pending");
        int failed = receiver.received().size();
        receiver.answering(200);
        pass(Duration.ofHours(1));
        awaitDelivered(webhook, 46);
        var arrived = receiver.versions().subList(failed, receiver.versions().size());
        assertThat(arrived).hasSize(46).doesNotHaveDuplicates();
        assertThat(arrived).containsSubsequence(versions("KZ", 1, 20));
        assertThat(arrived).containsSubsequence(versions("UZ", 1, 20));
        assertThat(arrived).containsSubsequence(versions("TJ", 1, 6));
        assertThat(new HashSet<>(client.deliveries(webhook, "id"))).hasSize(46);
        client.get("/" + webhook).body("failures", equalTo(0)).body("failingSince", nullValue());
    }

    /** Whether the next attempt is further away than the clock has moved. */
    private boolean minutesLeft(String webhook) {
        return client.deliveries(webhook, "nextAttemptAt").stream()
                .map(next -> Instant.parse((String) next))
                .allMatch(clock.instant()::isBefore);
    }

    @Test
    void gone_ends_a_webhook_and_a_redirect_is_a_failure() {
        receiver.answering(302).withHeaders(Map.of("Location", receiver.url() + "&redirected"));
        var webhook = subscribe();
        publish("KZ", 1, 1);
        await().until(() -> client.deliveries(webhook, "responseStatus").equals(List.of(302)));
        receiver.answering(410);
        pass(Duration.ofSeconds(5));
        await("it ends").until(() -> client.get("/" + webhook)
                .extract()
                .jsonPath()
                .getString("status")
                .equals("ended"));
        client.get("/" + webhook).body("problem", equalTo("The receiver answered 410 Gone"));
    }

    @Test
    void days_of_failure_disable_a_webhook_and_enabling_it_misses_nothing() {
        receiver.answering(500);
        var webhook = subscribe();
        publish("KZ", 1, 1);
        awaitReceived(1);
        pass(Duration.ofHours(73));
        await("it is disabled").until(() -> client.get("/" + webhook)
                .extract()
                .jsonPath()
                .getString("status")
                .equals("disabled"));
        publish("KZ", 2, 3);
        publish("UZ", 1, 1);
        receiver.answering(200);
        client.post("/" + webhook + "/enable", null).statusCode(200).body("status", equalTo("active"));
        await("later changes").until(() -> receiver.versions().containsAll(versions("KZ", 2, 3)));
        await("other streams").until(() -> receiver.versions().containsAll(versions("UZ", 1, 1)));
    }

    @Test
    void a_receiver_decides_how_long_nothing_is_sent() {
        receiver.answering(429).withHeaders(Map.of("Retry-After", "600"));
        var webhook = subscribe();
        publish("KZ", 1, 1);
        publish("UZ", 1, 1);
        awaitReceived(1);
        receiver.answering(200);
        pass(Duration.ofMinutes(9));
        client.post("/" + webhook + "/ping", null).statusCode(200).body("status", equalTo("delivered"));
        assertThat(receiver.received()).hasSize(2);
        pass(Duration.ofMinutes(2));
        awaitDelivered(webhook, 3);
    }

    @Test
    void a_new_secret_signs_with_the_previous_one_for_a_day() throws Exception {
        var webhook = client.subscribe(receiver.url(), organization);
        var id = webhook.getString("id");
        var next = client.post("/" + id + "/secret", null)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("secret");
        assertThat(next).isNotEqualTo(webhook.getString("secret"));
        client.post("/" + id + "/ping", null).statusCode(200);
        assertThat(receiver.received().getFirst().signature().split(" ")).hasSize(2);
        for (var secret : List.of(next, webhook.getString("secret"))) {
            var request = receiver.received().getFirst();
            new Webhook(secret)
                    .verify(
                            request.body(),
                            Map.of(
                                    "webhook-id", List.of(request.message()),
                                    "webhook-timestamp", List.of(request.timestamp()),
                                    "webhook-signature", List.of(request.signature())));
        }
        pass(Duration.ofHours(25));
        client.post("/" + id + "/ping", null).statusCode(200);
        assertThat(receiver.received().getLast().signature().split(" ")).hasSize(1);
    }

    @Test
    void a_replay_sends_changes_again_with_the_same_ids() {
        var webhook = subscribe();
        publish("KZ", 1, 3);
        awaitReceived(3);
        var second = receiver.received().get(1).json().path("cursor").asText();
        client.post("/" + webhook + "/replay", Map.of("since", second)).statusCode(200);
        awaitReceived(4);
        client.post("/" + webhook + "/replay", Map.of("since", "2000-01-01T00:00:00Z"))
                .statusCode(200);
        awaitReceived(7);
        assertThat(receiver.received().get(3).message())
                .isEqualTo(receiver.received().get(2).message());
        assertThat(new HashSet<>(
                        receiver.received().stream().map(Received::message).toList()))
                .hasSize(3);
        assertThat(client.deliveries(webhook)).hasSize(3);
    }
}
