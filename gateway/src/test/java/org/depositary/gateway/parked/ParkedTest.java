package org.depositary.gateway.parked;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.gateway.WitnessProjector;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.ServiceMetricsReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that invalid records and unreadable events are parked, listed, and replayed or dismissed, while all other
 * streams go on.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ParkedTest {

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final String stream = "membership:" + organization + "/KZ";
    private final String other = "membership:" + organization + "/UZ";

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    @Inject
    WitnessProjector witness;

    @AfterEach
    void reset_the_witness() {
        witness.setReadsAll(false);
    }

    private Event event(int version) {
        return Event.accession(organization, "KZ", version);
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + RealPostgresAndKafka.token("admin"));
    }

    private ValidatableResponse replay(String stream) {
        return admin().queryParam("stream", stream)
                .post("/api/parked/replay")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse parked(String stream) {
        return admin().queryParam("stream", stream).get("/api/parked").then().statusCode(200);
    }

    private void awaitParked(String stream, int count) {
        await().untilAsserted(() -> parked(stream).body("items", hasSize(count)));
    }

    private String idOf(String stream, int version) {
        return parked(stream).extract().path("items.find { it.version == %d }.id".formatted(version));
    }

    /** The ids of parked records on the topic that belong to no stream. */
    private List<String> idsOfNoEvent() {
        return log.select(
                "SELECT topic_id || '.' || part || '.' || off FROM parked WHERE key = ?::bytea",
                organization.getBytes());
    }

    /** Reads with header Depositary-After, as a client does after a write. Returns the status. */
    private int read(String stream, int version) {
        return given().header("Depositary-After", stream + "@" + version)
                .header("Prefer", "wait=300")
                .get("/api/memberships?party=KZ")
                .statusCode();
    }

    private ValidatableResponse dismiss(String id) {
        return admin().contentType("application/json")
                .body(Map.of("reason", "It came from a stranger"))
                .post("/api/parked/{id}/dismissal", id)
                .then();
    }

    @Test
    void a_strangers_record_is_listed_with_what_it_says_and_dismissed_for_good() {
        bus.send(List.of(
                new ProducerRecord<>(TestEventPublisher.MEMBERSHIPS, organization, "no CloudEvent".getBytes())));
        bus.publish(Event.accession(organization, "UZ", 1));
        assertThat(read(other, 1)).isEqualTo(200);
        // The record's key can be in another partition than the stream, so the order of arrival is unknown.
        var id = await().until(this::idsOfNoEvent, ids -> !ids.isEmpty()).getFirst();
        admin().get("/api/parked/{id}", id)
                .then()
                .statusCode(200)
                .body("key", equalTo(organization))
                .body("value", equalTo("no CloudEvent"))
                .body("parked.reason", equalTo("malformed"))
                .body("parked.topic", equalTo(TestEventPublisher.MEMBERSHIPS))
                .body("parked.detail", notNullValue())
                .body("parked.since", notNullValue());
        admin().queryParam("reason", "malformed")
                .post("/api/parked/replay")
                .then()
                .statusCode(200)
                .body("replayed", empty())
                .body("parked.id", hasItem(id));
        dismiss(id).statusCode(200);
        admin().get("/api/parked/{id}", id).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        dismiss(id).statusCode(404);
        assertThat(log.select(
                        "SELECT dismissed_by || ': ' || dismissal_reason FROM dismissed WHERE key = ?::bytea",
                        organization.getBytes()))
                .containsExactly("local-admin: It came from a stranger");
    }

    @Test
    void what_older_code_took_for_malformed_is_taken_in() {
        bus.publish(event(1), event(3));
        awaitParked(stream, 1);
        log.select(
                "UPDATE parked SET reason = 'malformed', stream_id = NULL, version = NULL WHERE stream_id = ?", stream);
        bus.publish(event(2), event(4));
        awaitParked(stream, 1);
        replay(stream).body("replayed", hasSize(2)).body("stillParked", equalTo(0));
        assertThat(log.versions(stream)).containsExactly("1", "2", "3", "4");
        assertThat(read(stream, 4)).isEqualTo(200);
        replay(stream).body("replayed", empty()).body("stillParked", equalTo(0));
    }

    @Test
    void a_gap_stays_until_what_is_missing_comes() {
        bus.publish(event(1), event(3), Event.accession(organization, "UZ", 1));
        awaitParked(stream, 1);
        assertThat(read(other, 1)).isEqualTo(200);
        assertThat(read(stream, 3)).isEqualTo(503);
        parked(stream)
                .body("items[0].reason", equalTo("gap"))
                .body("items[0].version", equalTo(3))
                .body("items[0].detail", equalTo("Version 2 has not arrived"));
        replay(stream)
                .body("replayed", empty())
                .body("stillParked", equalTo(1))
                .body("parked[0].detail", equalTo("Version 2 has not arrived"));
        bus.publish(event(2));
        awaitParked(stream, 0);
        assertThat(read(stream, 3)).isEqualTo(200);
    }

    @Test
    void a_fork_holds_its_stream_until_it_is_dismissed() {
        bus.publish(event(1), event(2));
        assertThat(read(stream, 2)).isEqualTo(200);
        bus.publish(event(2).withId(UUID.randomUUID()), event(3), event(4), Event.accession(organization, "UZ", 1));
        awaitParked(stream, 3);
        assertThat(read(other, 1)).isEqualTo(200);
        replay(stream).body("replayed", empty()).body("stillParked", equalTo(3));
        dismiss(idOf(stream, 2)).statusCode(200).body("replayed", hasSize(2)).body("stillParked", equalTo(0));
        assertThat(log.versions(stream)).containsExactly("1", "2", "3", "4");
        assertThat(read(stream, 4)).isEqualTo(200);
    }

    @Test
    void what_a_projector_cannot_read_is_replayed_once_it_can() {
        bus.publish(
                event(1),
                event(2).citing(WitnessProjector.UNREADABLE),
                event(3),
                Event.accession(organization, "UZ", 1));
        awaitParked(stream, 1);
        assertThat(read(other, 1)).isEqualTo(200);
        given().header("Depositary-After", stream + "@3")
                .header("Prefer", "wait=300")
                .get("/api/memberships")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/parked"));
        parked(stream)
                .body("items[0].reason", equalTo("unreadable"))
                .body("items[0].projector", equalTo("witness"))
                .body("items[0].version", equalTo(2));
        var id = idOf(stream, 2);
        String since = parked(stream).extract().path("items[0].since");
        replay(stream).body("replayed", empty()).body("parked[0].since", equalTo(since));
        dismiss(id).statusCode(409).contentType("application/problem+json");
        witness.setReadsAll(true);
        replay(stream).body("replayed.id", equalTo(List.of(id))).body("stillParked", equalTo(0));
        assertThat(read(stream, 3)).isEqualTo(200);
        assertThat(log.select("SELECT version FROM witnessed WHERE stream_id = ? ORDER BY seq", stream))
                .containsExactly("1", "2", "3");
    }

    @Test
    void parking_is_seen_and_takes_nothing_out_of_service() {
        bus.publish(event(2), Event.accession(organization, "UZ", 1).citing(WitnessProjector.UNREADABLE));
        await().untilAsserted(() -> given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'parked' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'parked' }.data.gap", greaterThan(0))
                .body("checks.find { it.name == 'parked' }.data.unreadable", greaterThan(0)));
        assertThat(new ServiceMetricsReader(management).text())
                .containsPattern("depositary_feeder_parked\\{.*reason=\"gap\".*} [1-9]")
                .containsPattern("depositary_projection_parked_streams [1-9]");
    }

    @Test
    void the_list_comes_in_pages_in_the_order_of_arrival() {
        // More than ten records, so that offsets with one and with two digits stand side by side.
        int last = 14;
        bus.publish(IntStream.rangeClosed(2, last).mapToObj(this::event).toArray(Event[]::new));
        awaitParked(stream, last - 1);
        var versions = new ArrayList<Integer>();
        String next = null;
        do {
            var request = admin().queryParam("stream", stream).queryParam("limit", 4);
            var page = (next == null ? request : request.queryParam("after", next)).get("/api/parked");
            page.then().statusCode(200);
            versions.addAll(page.<List<Integer>>path("items.version"));
            next = page.path("next");
            assertThat(page.header("Link") == null).isEqualTo(next == null);
        } while (next != null);
        assertThat(versions).isEqualTo(IntStream.rangeClosed(2, last).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason=none", "after=x", "limit=0", "unknown=1"})
    void a_wrong_question_is_refused(String query) {
        admin().get("/api/parked?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-query"));
    }

    @Test
    void a_dismissal_needs_a_reason() {
        for (var body : List.of("{}", "{\"reason\": \" \"}")) {
            admin().contentType("application/json")
                    .body(body)
                    .post("/api/parked/topic.0.1/dismissal")
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("#/reason"));
        }
    }

    @Test
    void only_administrators_look_and_act() {
        given().get("/api/parked").then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
        var curator = given().header("Authorization", "Bearer " + RealPostgresAndKafka.token("curator"));
        curator.get("/api/parked").then().statusCode(403).body("type", equalTo("/problems/forbidden"));
        curator.post("/api/parked/replay").then().statusCode(403);
        curator.contentType("application/json")
                .body("{\"reason\": \"mine\"}")
                .post("/api/parked/a.0.1/dismissal")
                .then()
                .statusCode(403);
    }
}
