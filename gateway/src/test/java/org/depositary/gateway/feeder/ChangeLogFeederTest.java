package org.depositary.gateway.feeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that events of the topics reach the change log, whatever other records the topics contain. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ChangeLogFeederTest {

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final String stream = "membership:" + organization + "/KZ";

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    private Event event(int version) {
        return Event.accession(organization, "KZ", version);
    }

    private void awaitVersions(String... versions) {
        await().untilAsserted(() -> assertThat(log.versions(stream)).containsExactly(versions));
    }

    @Test
    void events_enter_in_the_order_of_their_stream() {
        bus.publish(IntStream.rangeClosed(1, 50).mapToObj(this::event).toArray(Event[]::new));
        awaitVersions(IntStream.rangeClosed(1, 50).mapToObj(String::valueOf).toArray(String[]::new));
    }

    @Test
    void the_log_is_dense() {
        bus.publish(event(1), event(2));
        awaitVersions("1", "2");
        // Uses one statement, because the log may grow between two.
        var dense =
                "SELECT min(c.seq) = 1 AND max(c.seq) = count(*) AND max(c.seq) = max(h.seq) FROM change c, change_head h";
        assertThat(log.select(dense)).containsExactly("t");
    }

    @Test
    void a_repeat_is_dropped() {
        var first = event(1);
        var second = event(2);
        bus.publish(first, first, second, first, second, event(3));
        awaitVersions("1", "2", "3");
        assertThat(log.parked(stream)).isEmpty();
    }

    @Test
    void a_gap_parks_and_leaves_by_itself_when_the_missing_version_comes() {
        var first = event(1);
        var second = event(2);
        bus.publish(first, event(4), event(3));
        await().untilAsserted(() -> assertThat(log.parked(stream)).containsExactly("gap 3", "gap 4"));
        assertThat(log.versions(stream)).containsExactly("1");
        bus.publish(second);
        awaitVersions("1", "2", "3", "4");
        assertThat(log.parked(stream)).isEmpty();
    }

    @Test
    void another_event_of_a_known_version_is_a_fork_and_holds_its_stream_only() {
        bus.publish(event(1), event(2));
        awaitVersions("1", "2");
        bus.publish(event(2).withId(UUID.randomUUID()), event(3), Event.accession(organization, "UZ", 1));
        await().untilAsserted(() -> assertThat(log.parked(stream)).containsExactly("fork 2", "fork 3"));
        assertThat(log.versions(stream)).containsExactly("1", "2");
        await().untilAsserted(() ->
                assertThat(log.versions("membership:" + organization + "/UZ")).containsExactly("1"));
    }

    @Test
    void what_is_no_event_of_ours_is_parked_with_a_reason_and_the_rest_goes_on() {
        var key = organization;
        var noSequence = event(1).data();
        bus.send(List.of(
                new ProducerRecord<>(TestEventPublisher.MEMBERSHIPS, key, "not a CloudEvent".getBytes()),
                new ProducerRecord<>(TestEventPublisher.MEMBERSHIPS, key, null),
                new ProducerRecord<>(TestEventPublisher.MEMBERSHIPS, key, noSequence.getBytes())));
        bus.publish(
                Event.of(stream, 1, "Not-A-Name", "{}"),
                Event.of(stream, 1, "membership-changed", "[]"),
                Event.of(stream, 1, "membership-changed", "{\"broken\": "),
                Event.of(stream, 1, "membership-changed", "{\"much\": 1e999999}"),
                Event.of(stream, 1, "membership-changed", "{\"nothing\": \"\\u0000\"}"),
                event(1));
        awaitVersions("1");
        // The two keys are in different partitions, which are read in any order.
        await().untilAsserted(
                        () -> assertThat(malformed(key, stream)).hasSize(8).allSatisfy(reason -> assertThat(reason)
                                .isNotBlank()));
    }

    private List<String> malformed(String key, String otherKey) {
        return log.select(
                "SELECT detail FROM parked WHERE reason = 'malformed' AND (key = ?::bytea OR key = ?::bytea)",
                key.getBytes(),
                otherKey.getBytes());
    }

    @Test
    void a_change_is_about_what_its_stream_has_named() {
        bus.publish(event(1), event(2));
        awaitVersions("1", "2");
        assertThat(log.select("SELECT organizations || parties FROM change WHERE stream_id = ?", stream))
                .containsOnly("{%s,KZ}".formatted(organization));
        var id = UUID.randomUUID();
        var exercise = "exercise:" + id;
        bus.publish(
                Event.of(exercise, 1, "exercise-recorded", """
                        {"id": "%s", "kind": "exercise", "status": "completed", "organizations": ["%s"], "dates": "2003-08",
                         "participants": [{"party": "CN", "role": "host"}, {"members-of": "csto", "role": "observer"}],
                         "phases": [], "sources": [{"title": "A book"}]}
                        """.formatted(id, organization)),
                Event.of(exercise, 2, "exercise-retracted", """
                        {"id": "%s", "reason": "It never took place"}
                        """.formatted(id)));
        await().untilAsserted(() -> assertThat(
                        log.select("SELECT organizations || parties FROM change WHERE stream_id = ?", exercise))
                .containsExactly("{csto,%s,CN}".formatted(organization), "{csto,%s,CN}".formatted(organization)));
    }
}
