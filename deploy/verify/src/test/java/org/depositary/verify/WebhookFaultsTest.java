package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.depositary.verify.WebhookReceiver.Received;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A receiver gets every change under one id, although gateways are killed and it fails for an hour. */
@Tag("full")
class WebhookFaultsTest {

    private static final List<String> PARTIES = List.of("AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GR", "HU");

    private static TestInstallation installation;
    private static OriginClient curator;

    private final String organization = "hook-" + UUID.randomUUID().toString().substring(0, 8);
    private int year = 2000;

    @BeforeAll
    static void start() {
        installation = TestInstallation.start("webhooks", "--empty");
        curator = installation.client(TestInstallation.MEMBERSHIP_SERVICE).with(installation.token("curator"));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void after_an_hour_of_failures_with_restarts_and_two_replicas_every_change_arrives() throws IOException {
        try (var receiver = new WebhookReceiver()) {
            var webhook = subscribe(receiver);
            receiver.answer(503);
            var replica = ServiceReplica.start(installation, TestInstallation.GATEWAY);
            try (replica) {
                record();
                restartAt("+20m");
                record();
                restartAt("+40m");
                record();
            }
            restartAt("+2h");
            receiver.answer(200);
            record();
            awaitAll(receiver);
            assertOneIdEach(receiver);
            assertThat(receiver.accepted())
                    .as("nothing crashed after an answer")
                    .hasSameSizeAs(events());
            assertLogged(webhook, receiver);
        } finally {
            Files.deleteIfExists(installation.environment(TestInstallation.GATEWAY));
        }
    }

    @Test
    void a_change_whose_answer_was_lost_arrives_again_with_the_same_id() {
        try (var receiver = new WebhookReceiver()) {
            subscribe(receiver);
            record();
            awaitAll(receiver);
            var isKilled = new AtomicBoolean();
            receiver.afterAnswer(received -> {
                if (isKilled.compareAndSet(false, true)) {
                    installation.signal(TestInstallation.GATEWAY, "KILL");
                }
            });
            record();
            awaitAll(receiver);
            assertThat(isKilled).isTrue();
            assertOneIdEach(receiver);
        }
    }

    private String subscribe(WebhookReceiver receiver) {
        curator.put("/api/organizations/" + organization, CommandBodies.organization("Hooked"))
                .expect(201);
        return receiver.subscribe(
                reader(),
                Map.of("filter", Map.of("organization", List.of(organization)), "since", "2000-01-01T00:00:00Z"));
    }

    private static OriginClient reader() {
        return installation.client().with(installation.token("reader"));
    }

    /** Records an accession or a withdrawal of each party, in turns. */
    private void record() {
        year++;
        for (var party : PARTIES) {
            var change = year % 2 == 1 ? "accession" : "withdrawal";
            curator.post(
                            "/api/organizations/%s/membership-changes".formatted(organization),
                            CommandBodies.change(party, change, Integer.toString(year)))
                    .expect(201);
        }
    }

    /** Kills the gateway. Its next process has a clock that is ahead. */
    private static void restartAt(String ahead) throws IOException {
        Files.writeString(installation.environment(TestInstallation.GATEWAY), ClockSkew.variables(ahead));
        var healed = installation.kill(TestInstallation.GATEWAY);
        await("the gateway is back").until(healed::getAsBoolean);
    }

    private void awaitAll(WebhookReceiver receiver) {
        await("every change").ignoreExceptions().until(() -> receiver.acceptedEvents()
                .equals(events()));
    }

    /** The ids of all changes of the organisation. */
    private Set<String> events() {
        return new ChangeFeedClient(installation.client())
                .all().stream()
                        .filter(change -> change.toString().contains("\"" + organization + "\""))
                        .map(change -> change.path("id").asText())
                        .collect(Collectors.toSet());
    }

    private static void assertOneIdEach(WebhookReceiver receiver) {
        var byEvent = receiver.accepted().stream()
                .collect(Collectors.groupingBy(
                        Received::eventId, Collectors.mapping(Received::message, Collectors.toSet())));
        assertThat(byEvent.values()).isNotEmpty().allMatch(ids -> ids.size() == 1);
        assertThat(byEvent.values().stream().flatMap(Set::stream).distinct()).hasSize(byEvent.size());
    }

    private static void assertLogged(String webhook, WebhookReceiver receiver) {
        await("the log").until(() -> delivered(webhook)
                .equals(receiver.accepted().stream().map(Received::message).collect(Collectors.toSet())));
    }

    private static Set<String> delivered(String webhook) {
        var ids = new ArrayList<String>();
        for (JsonNode item : reader().get("/api/webhooks/" + webhook + "/deliveries?limit=1000&status=delivered")
                .expect(200)
                .items()) {
            ids.add(item.path("id").asText());
        }
        assertThat(ids).doesNotHaveDuplicates();
        return new HashSet<>(ids);
    }
}
