package org.depositary.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.gateway.WitnessProjector;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LogCursorReader;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.LoggedEventReader;
import org.depositary.gateway.log.ReadModelGeneration;
import org.depositary.gateway.read.ReadYourWrites;
import org.depositary.gateway.read.ReadYourWrites.Outcome;
import org.depositary.testing.RealPostgresAndKafka;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that each projector projects every event of the change log exactly once, at its own pace. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ProjectionsTest {

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final String stream = "membership:" + organization + "/KZ";

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    @Inject
    WitnessProjector witness;

    @Inject
    ProjectorThreads projections;

    @Inject
    ReadYourWrites projected;

    @Inject
    LogCursorReader cursors;

    @Inject
    LogProgress progress;

    @Inject
    GatewayDatabase database;

    @Inject
    LoggedEventReader changes;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema")
    String searchPath;

    @AfterEach
    void reset_the_witness() {
        witness.setReadsAll(false);
        witness.setLargestBatch(Integer.MAX_VALUE);
    }

    private List<String> witnessed(String of) {
        return log.select("SELECT version FROM witnessed WHERE stream_id = ? ORDER BY seq", of);
    }

    private Event event(int version) {
        return Event.accession(organization, "KZ", version);
    }

    private Event unreadable(int version) {
        return event(version).citing(WitnessProjector.UNREADABLE);
    }

    private void restart() throws Exception {
        projections.stop();
        projections.start();
    }

    @Test
    void the_search_path_begins_with_this_codes_read_models() {
        assertThat(searchPath).isEqualTo(ReadModelGeneration.SCHEMA + ",public");
    }

    @Test
    void an_event_is_served_after_every_projector_has_projected_it() throws Exception {
        bus.publish(event(1));
        assertThat(projected.await(stream, 1, LIMIT)).isEqualTo(Outcome.SERVED);
        var gate = witness.pause();
        bus.publish(event(2));
        await().until(() -> log.versions(stream).size() == 2);
        long second = Long.parseLong(log.select("SELECT max(seq) FROM change WHERE stream_id = ?", stream)
                .getFirst());
        assertThat(projected.await(stream, 2, Duration.ofMillis(300))).isEqualTo(Outcome.NOT_YET);
        try (var connection = dataSource.getConnection()) {
            assertThat(cursors.served(connection).seq()).isLessThan(second);
        }
        gate.countDown();
        assertThat(projected.await(stream, 2, LIMIT)).isEqualTo(Outcome.SERVED);
        try (var connection = dataSource.getConnection()) {
            assertThat(cursors.served(connection).seq()).isGreaterThanOrEqualTo(second);
            assertThat(cursors.contains(connection, cursors.served(connection))).isTrue();
        }
    }

    @Test
    void a_version_that_has_not_arrived_is_not_served() throws Exception {
        assertThat(projected.await(stream, 1, Duration.ofMillis(100))).isEqualTo(Outcome.NOT_YET);
    }

    @Test
    void an_unreadable_event_parks_its_stream_in_that_projector_and_other_streams_go_on() throws Exception {
        var other = "membership:" + organization + "/UZ";
        bus.publish(event(1), unreadable(2), event(3), Event.accession(organization, "UZ", 1));
        assertThat(projected.await(other, 1, LIMIT)).isEqualTo(Outcome.SERVED);
        assertThat(projected.await(stream, 1, LIMIT)).isEqualTo(Outcome.SERVED);
        await().untilAsserted(() ->
                assertThat(projected.await(stream, 3, Duration.ofMillis(100))).isEqualTo(Outcome.PARKED));
        assertThat(witnessed(stream)).containsExactly("1");
        assertThat(witnessed(other)).containsExactly("1");
        assertThat(log.select("SELECT reason FROM parked_stream WHERE stream_id = ?", stream)
                        .getFirst())
                .contains("I cannot read this");
        bus.publish(event(4));
        await().until(() -> log.versions(stream).size() == 4);

        witness.setReadsAll(true);
        restart();
        await().untilAsserted(() -> assertThat(witnessed(stream)).containsExactly("1", "2", "3", "4"));
        assertThat(projected.await(stream, 4, LIMIT)).isEqualTo(Outcome.SERVED);
    }

    @Test
    void a_stream_parked_by_the_feeder_is_reported_at_once() throws Exception {
        bus.publish(event(1), event(3));
        await().until(() -> !log.parked(stream).isEmpty());
        assertThat(projected.await(stream, 3, LIMIT)).isEqualTo(Outcome.PARKED);
        assertThat(projected.await(stream, 1, LIMIT)).isEqualTo(Outcome.SERVED);
    }

    @Test
    void a_missing_schema_is_built_from_the_change_log() throws Exception {
        bus.publish(event(1), event(2));
        assertThat(projected.await(stream, 2, LIMIT)).isEqualTo(Outcome.SERVED);
        var changed = factChanges();
        witness.setReadsAll(true);
        projections.stop();
        log.select("DROP SCHEMA " + ReadModelGeneration.SCHEMA + " CASCADE");
        projections.start();
        await().ignoreExceptions().untilAsserted(() -> assertThat(log.select("SELECT seq FROM witnessed ORDER BY seq"))
                .isEqualTo(log.select("SELECT seq FROM change WHERE kind = 'membership' ORDER BY seq"))
                .isNotEmpty());
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(factChanges()).isEqualTo(changed).isNotEmpty());
    }

    private List<String> factChanges() {
        return log.select("SELECT seq || ' ' || change FROM fact_change ORDER BY seq");
    }

    /** In a single long transaction, the idle timeout would roll back the batch again and again. */
    @Test
    void changes_that_take_longer_than_a_transaction_may_be_idle_are_projected_all_the_same() throws Exception {
        var gate = witness.pause();
        bus.publish(IntStream.rangeClosed(1, 120).mapToObj(this::event).toArray(Event[]::new));
        await().until(() -> log.versions(stream).size() == 120);
        witness.setLargestBatch(10);
        gate.countDown();
        assertThat(projected.await(stream, 120, LIMIT)).isEqualTo(Outcome.SERVED);
        assertThat(witnessed(stream)).hasSize(120);
    }

    @Test
    void two_replicas_project_nothing_twice() throws Exception {
        try (var replica = new ProjectorLoop(witness, database, progress, changes, (connection, batch) -> {})) {
            replica.start();
            IntStream.rangeClosed(1, 100).forEach(version -> bus.publish(event(version)));
            assertThat(projected.await(stream, 100, LIMIT)).isEqualTo(Outcome.SERVED);
        }
        assertThat(witnessed(stream)).hasSize(100);
        assertThat(log.select("SELECT reason FROM parked_stream WHERE stream_id = ?", stream))
                .isEmpty();
    }
}
