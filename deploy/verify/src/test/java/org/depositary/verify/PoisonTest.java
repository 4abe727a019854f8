package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Four invalid records are parked and reported, and all other events continue, before and after a kill -9 of the
 * gateway.
 */
@ExtendWith(SharedInstallation.class)
class PoisonTest {

    private final String organization = "poison-" + UUID.randomUUID().toString().substring(0, 8);
    private final String forked = "membership:" + organization + "/KZ";
    private final String gap = "membership:" + organization + "/CH";
    private final String unreadable = "membership:" + organization + "/MX";
    private final TestInstallation installation;
    private final OriginClient reader;
    private final OriginClient curator;
    private final OriginClient admin;

    PoisonTest(TestInstallation installation) {
        this.installation = installation;
        this.reader = installation.client();
        this.curator = reader.with(installation.token("curator"));
        this.admin = reader.with(installation.token("admin"));
    }

    @Test
    void each_poison_is_parked_and_the_rest_goes_on() {
        curator.put("/api/organizations/" + organization, CommandBodies.organization("Poisoned"))
                .expect(201);
        assertThat(read(record("KZ", "accession", "2001"))).isEqualTo(200);
        try (var stranger = new StrangerProducer(installation.kafka())) {
            stranger.sendNonsense(organization);
            stranger.sendEvent(forked, 1, "membership-changed", "{}");
            stranger.sendEvent(gap, 2, "membership-changed", "{}");
            stranger.sendEvent(
                    unreadable,
                    1,
                    "membership-change-retracted",
                    "{\"id\": \"%s\", \"reason\": \"none\"}".formatted(UUID.randomUUID()));
        }
        awaitReasons(forked, "fork");
        awaitReasons(gap, "gap");
        awaitReasons(unreadable, "unreadable");
        // The key of the invalid record leads to another partition than that of the streams.
        var nonsense = await().until(this::nonsense, Optional::isPresent).orElseThrow();

        var held = record("KZ", "withdrawal", "2005");
        awaitReasons(forked, "fork", "fork");
        assertThat(read(held)).isEqualTo(503);
        assertThat(read(record("PT", "accession", "2001"))).isEqualTo(200);

        var goesOn = installation.kill(TestInstallation.GATEWAY);
        await().ignoreExceptions().until(goesOn::getAsBoolean);
        awaitReasons(forked, "fork", "fork");
        awaitReasons(gap, "gap");
        awaitReasons(unreadable, "unreadable");
        await().untilAsserted(this::isSeen);

        admin.post("/api/parked/replay", Map.of()).expect(200);
        awaitReasons(forked, "fork", "fork");
        dismiss(parked(forked).getFirst());
        assertThat(read(held)).isEqualTo(200);
        dismiss(parked(gap).getFirst());
        dismiss(nonsense);
        assertThat(parked(gap)).isEmpty();
        assertThat(read(record("CH", "accession", "2001"))).isEqualTo(200);
    }

    private String record(String party, String change, String effective) {
        return curator.post(
                        "/api/organizations/%s/membership-changes".formatted(organization),
                        CommandBodies.change(party, change, effective))
                .expect(201)
                .header("Depositary-Version");
    }

    /** Reads the own write. */
    private int read(String version) {
        return reader.getAfter(version, "/api/organizations/%s/members".formatted(organization))
                .status();
    }

    private void awaitReasons(String stream, String... reasons) {
        await().untilAsserted(() -> assertThat(parked(stream))
                .extracting(item -> item.path("reason").asText())
                .containsExactly(reasons));
    }

    private List<JsonNode> parked(String stream) {
        return admin.get("/api/parked?stream=" + stream).expect(200).items();
    }

    private Optional<JsonNode> nonsense() {
        var malformed =
                admin.get("/api/parked?reason=malformed&limit=1000").expect(200).items();
        return malformed.stream()
                .filter(item -> admin.get("/api/parked/" + item.path("id").asText())
                        .body()
                        .path("key")
                        .asText()
                        .equals(organization))
                .findFirst();
    }

    private void isSeen() {
        var ready = reader.management().get("/q/health/ready").expect(200).text();
        assertThat(ready).contains("\"malformed\"");
        assertThat(reader.management().get("/q/metrics").text())
                .containsPattern("depositary_feeder_parked\\{reason=\"malformed\".*} [1-9]")
                .containsPattern("depositary_feeder_parked\\{reason=\"fork\".*} [1-9]")
                .containsPattern("depositary_projection_parked_streams [1-9]");
    }

    private void dismiss(JsonNode item) {
        Runbook.of("parked-records", installation, Map.of("ID", item.path("id").asText()))
                .run(3);
    }
}
