package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** npm packages follow the changes while the gateway is killed. They miss and repeat nothing. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class ForeignSubscribersTest {

    private static final List<String> PARTIES = List.of("AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GR", "HU");
    private static final String LAST_PARTY = "VU";
    private static final int KILLS = 2;

    private final TestInstallation installation;
    private final OriginClient reader;
    private final ChangeFeedClient changes;
    private final String organization =
            "foreign-" + UUID.randomUUID().toString().substring(0, 8);

    ForeignSubscribersTest(TestInstallation installation) {
        this.installation = installation;
        this.reader = installation.client();
        this.changes = new ChangeFeedClient(reader);
    }

    @Test
    void eventsource_resumes_after_kills_of_the_gateway() throws Exception {
        var seen = followedThroughKills(start -> List.of(
                "eventsource.js",
                changes.stream("since=%s&type=membership-changed&organization=%s".formatted(start, organization))
                        .toString()));
        assertThat(ids(seen.path("changes"), "lastEventId")).isEqualTo(ids(seen.path("changes"), "cursor"));
    }

    @Test
    void graphql_ws_resumes_after_kills_of_the_gateway() throws Exception {
        var socket = "ws" + reader.origin().resolve("/graphql").toString().substring("http".length());
        followedThroughKills(start -> List.of("graphql-ws.js", socket, start, organization));
    }

    /**
     * Runs a client while changes are recorded and the gateway is killed, and checks what it has seen.
     *
     * @param program script and arguments for a client that starts at a cursor; the last party is added
     * @return what the client printed
     */
    private JsonNode followedThroughKills(Function<String, List<String>> program) throws Exception {
        installation
                .client()
                .with(installation.token("curator"))
                .put("/api/organizations/" + organization, CommandBodies.organization("Foreign"))
                .expect(201);
        var start = changes.end();
        var words = program.apply(start);
        var arguments =
                Stream.concat(words.stream().skip(1), Stream.of(LAST_PARTY)).toArray(String[]::new);
        var client = CompletableFuture.supplyAsync(() -> ForeignClients.run(words.getFirst(), arguments));
        await("the client is connected").until(() -> subscribers() == 1);
        int turn = 0;
        int expected = acceded(PARTIES, turn++);
        for (int kill = 0; kill < KILLS; kill++) {
            var healed = installation.kill(TestInstallation.GATEWAY);
            // The service records while the gateway is down.
            expected += acceded(PARTIES, turn++);
            await("the gateway is back").until(healed::getAsBoolean);
            await("the client has reconnected").until(() -> subscribers() == 1);
            expected += acceded(PARTIES, turn++);
        }
        int beforeLast = expected;
        await().until(() -> ours(start).size() >= beforeLast);
        acceded(List.of(LAST_PARTY), 0);
        var seen = GatewayAnswer.JSON.readTree(client.get());
        var logged = ours(start);
        assertThat(logged).hasSize(expected + 1);
        assertThat(ids(seen.path("changes"), "id"))
                .containsExactlyElementsOf(logged.stream()
                        .map(change -> change.path("id").asText())
                        .toList());
        assertThat(seen.path("other")).isEmpty();
        assertThat(seen.path("connections").asInt()).isGreaterThan(KILLS);
        return seen;
    }

    /** Records an accession or a withdrawal of each party, in turns. Returns the number of changes. */
    private int acceded(List<String> parties, int turn) {
        var curator = installation.client(TestInstallation.MEMBERSHIP_SERVICE).with(installation.token("curator"));
        var change = turn % 2 == 0 ? "accession" : "withdrawal";
        var effective = LocalDate.of(2001, 1, 1).plusDays(turn).toString();
        for (var party : parties) {
            curator.post(
                            "/api/organizations/%s/membership-changes".formatted(organization),
                            CommandBodies.change(party, change, effective))
                    .expect(201);
        }
        return parties.size();
    }

    private double subscribers() {
        return new ServiceMetrics(reader).sum("depositary_subscribers", "");
    }

    private List<JsonNode> ours(String start) {
        return changes.since(start).stream()
                .filter(change ->
                        change.path("data").path("organization").asText().equals(organization))
                .toList();
    }

    private static List<String> ids(JsonNode changes, String field) {
        return StreamSupport.stream(changes.spliterator(), false)
                .map(change -> change.path(field).asText())
                .toList();
    }
}
