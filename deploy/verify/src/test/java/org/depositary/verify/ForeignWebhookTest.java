package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The npm packages {@code standardwebhooks} and {@code cloudevents} verify and parse what a webhook sends. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class ForeignWebhookTest {

    private static final List<String> PARTIES = List.of("AT", "BE", "CH", "DE", "DK");

    private final OriginClient curator;
    private final String organization = "hook-" + UUID.randomUUID().toString().substring(0, 8);

    ForeignWebhookTest(TestInstallation installation) {
        this.curator = installation.client().with(installation.token("curator"));
    }

    @Test
    void deliveries_are_verified_and_parsed() throws Exception {
        curator.put("/api/organizations/" + organization, CommandBodies.organization("Hooked"))
                .expect(201);
        int port = freePort();
        var webhook = curator.post(
                        "/api/webhooks",
                        Map.of(
                                "url",
                                "http://127.0.0.1:" + port,
                                "filter",
                                Map.of("organization", List.of(organization)),
                                "since",
                                "2000-01-01T00:00:00Z"))
                .expect(201)
                .body();
        int expected = PARTIES.size() + 1;
        var receiver = CompletableFuture.supplyAsync(() -> ForeignClients.run(
                "webhooks.js", Integer.toString(port), webhook.path("secret").asText(), Integer.toString(expected)));
        for (var party : PARTIES) {
            curator.post(
                            "/api/organizations/%s/membership-changes".formatted(organization),
                            CommandBodies.change(party, "accession", "2001"))
                    .expect(201);
        }
        var seen = GatewayAnswer.JSON.readTree(receiver.get());
        assertThat(seen.path("problems")).isEmpty();
        assertThat(values(seen, "party")).containsAll(PARTIES);
        assertThat(new HashSet<>(values(seen, "message"))).hasSize(expected);
        assertThat(values(seen, "same")).hasSize(expected).containsOnly("true");
        assertThat(values(seen, "type")).contains("org.depositary.membership.membership-changed.v1");
        curator.delete("/api/webhooks/" + webhook.path("id").asText()).expect(204);
    }

    private static List<String> values(JsonNode seen, String field) {
        return StreamSupport.stream(seen.path("received").spliterator(), false)
                .map(each -> each.path(field).asText())
                .toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
