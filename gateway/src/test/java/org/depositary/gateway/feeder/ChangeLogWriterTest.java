package org.depositary.gateway.feeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.depositary.eventsourcing.follow.PartitionId;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.gateway.feeder.BatchOffsetCheck.Jump;
import org.depositary.gateway.feeder.FeederOffsets.Move;
import org.depositary.gateway.feeder.KafkaRecord.Place;
import org.depositary.gateway.log.OrganizationsAndParties;
import org.depositary.testing.ConnectionPoolRenewal;
import org.depositary.testing.RealPostgresAndKafka;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Tests that offsets commit together with the data, also with several feeders, after a database restore, and for
 * recreated topics.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ChangeLogWriterTest {

    private final String topicId = UUID.randomUUID().toString();
    private final String organization = "o-" + topicId.substring(0, 8);
    private final String stream = "membership:" + organization + "/KZ";
    private final List<UUID> ids =
            Stream.generate(UUID::randomUUID).limit(1_000).toList();

    @Inject
    ChangeLogWriter changeLog;

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    /** The record at this offset of partition 0. It contains version offset + 1 of the stream. */
    private ParsedRecord arrival(long offset) {
        var event = new PublishedEvent(
                ids.get((int) offset),
                stream,
                (int) offset + 1,
                "membership",
                "org.depositary.membership.membership-change-sourced.v1",
                OffsetDateTime.now(),
                OrganizationsAndParties.NONE,
                "{\"data\": {}}");
        var record = new KafkaRecord(new Place(topicId, 0, offset), null, new RecordHeaders(), new byte[0]);
        return new ParsedRecord(record, Optional.of(event), "");
    }

    private List<ParsedRecord> arrivals(long from, long upTo) {
        return LongStream.range(from, upTo).mapToObj(this::arrival).toList();
    }

    private List<String> versions(int upTo) {
        return IntStream.rangeClosed(1, upTo).mapToObj(String::valueOf).toList();
    }

    @Test
    void a_batch_that_comes_twice_enters_once() throws SQLException {
        changeLog.store(arrivals(0, 10), Set.of());
        var again = changeLog.store(arrivals(0, 10), Set.of());
        assertThat(again.entered()).isEmpty();
        assertThat(again.placement().repeats()).containsExactly(Map.entry(new PartitionId(topicId, 0), 10L));
        assertThat(log.versions(stream)).isEqualTo(versions(10));
    }

    @Test
    void a_batch_that_overlaps_goes_on_where_the_log_stands() throws SQLException {
        changeLog.store(arrivals(0, 10), Set.of());
        changeLog.store(arrivals(5, 15), Set.of());
        assertThat(log.versions(stream)).isEqualTo(versions(15));
    }

    @Test
    void a_batch_that_leaves_something_out_is_refused_unless_kafka_has_nothing_in_between() throws SQLException {
        changeLog.store(arrivals(0, 10), Set.of());
        var jump = new Jump(new PartitionId(topicId, 0), 10, 12);
        var refused = changeLog.store(arrivals(12, 15), Set.of());
        assertThat(refused.entered()).isEmpty();
        assertThat(refused.placement().jumps()).containsExactly(jump);
        assertThat(log.parked(stream)).isEmpty();
        changeLog.store(arrivals(12, 15), Set.of(jump));
        assertThat(log.parked(stream)).containsExactly("gap 13", "gap 14", "gap 15");
    }

    @Test
    void feeders_at_the_same_time_leave_a_dense_log_with_everything_once() throws Exception {
        var work = new ArrayList<Callable<Void>>();
        for (int feeder = 0; feeder < 4; feeder++) {
            work.add(() -> {
                for (long from = 0; from < 400; from += 20) {
                    changeLog.store(arrivals(from, from + 20), Set.of());
                }
                return null;
            });
        }
        try (var feeders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : feeders.invokeAll(work)) {
                each.get();
            }
        }
        assertThat(log.versions(stream)).isEqualTo(versions(400));
        var seqs = log.seqs();
        assertThat(seqs.getLast()).isEqualTo("" + seqs.size());
    }

    /**
     * The lock on the head of the log keeps feeders apart. This check protects the offsets if that lock ever fails.
     */
    @Test
    void an_offset_that_another_feeder_has_moved_is_not_moved() throws SQLException {
        var partition = new PartitionId(topicId, 0);
        try (var connection = dataSource.getConnection()) {
            FeederOffsets.move(connection, Map.of(partition, new Move(0, 5)));
            assertThatThrownBy(() -> FeederOffsets.move(connection, Map.of(partition, new Move(0, 7))))
                    .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                            .isEqualTo("40001"));
            assertThat(FeederOffsets.next(connection, List.of(partition))).containsEntry(partition, 5L);
        }
    }

    @Test
    void another_database_begins_another_epoch_and_old_cursors_stay_good_for_what_is_still_there() throws SQLException {
        changeLog.store(arrivals(0, 1), Set.of());
        var before = log.select("SELECT epoch FROM change_head").getFirst();
        log.select("UPDATE change_head SET identity = 'another life'");
        changeLog.store(arrivals(1, 2), Set.of());
        var after = log.select("SELECT epoch FROM change_head").getFirst();
        assertThat(after).isNotEqualTo(before);
        assertThat(log.select("SELECT epoch FROM change WHERE stream_id = ? ORDER BY seq", stream))
                .containsExactly(before, after);
    }

    @Test
    void offsets_that_were_set_back_are_read_again_from_there_and_nothing_enters_twice() {
        bus.publish(Event.accession(organization, "KZ", 1), Event.accession(organization, "KZ", 2));
        await().until(() -> log.versions(stream).size() == 2);
        log.select("UPDATE feeder_offset SET next_offset = 0");
        bus.publish(Event.accession(organization, "KZ", 3));
        await().untilAsserted(() -> assertThat(log.versions(stream)).isEqualTo(versions(3)));
        assertThat(log.parked(stream)).isEmpty();
        assertThat(log.select("SELECT max(seq) = count(*) FROM change")).containsExactly("t");
    }

    @Test
    void lost_connections_lose_nothing() throws SQLException {
        var publisher = Thread.ofVirtual().start(() -> IntStream.rangeClosed(1, 200)
                .forEach(version -> bus.publish(Event.accession(organization, "KZ", version))));
        for (int i = 1; i <= 4; i++) {
            int progress = i * 40;
            await().ignoreExceptions().until(() -> log.versions(stream).size() >= progress);
            await().ignoreExceptions().until(() -> !log.select("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                            + "WHERE usename = current_user AND pid <> pg_backend_pid()")
                    .isEmpty());
        }
        await().until(() -> !publisher.isAlive());
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(log.versions(stream)).isEqualTo(versions(200)));
        ConnectionPoolRenewal.replaceBroken(dataSource, connections);
    }

    @Test
    void a_topic_made_anew_is_read_from_its_start() throws Exception {
        var events = IntStream.rangeClosed(1, 5)
                .mapToObj(version -> Event.accession(organization, "KZ", version))
                .toArray(Event[]::new);
        bus.publish(events[0], events[1], events[2]);
        await().until(() -> log.versions(stream).size() == 3);
        try (var admin = Admin.create(bus.kafka())) {
            admin.deleteTopics(List.of(TestEventPublisher.MEMBERSHIPS)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(TestEventPublisher.MEMBERSHIPS));
        }
        TopicDefinition.ofEvents(TestEventPublisher.MEMBERSHIPS).ensure(bus.kafka());
        bus.publish(events);
        await().untilAsserted(() -> assertThat(log.versions(stream)).isEqualTo(versions(5)));
        assertThat(log.parked(stream)).isEmpty();
    }

    @Test
    void partitions_that_were_another_replicas_for_a_while_go_on_where_the_log_stands() {
        bus.publish(Event.accession(organization, "KZ", 1));
        await().until(() -> log.versions(stream).size() == 1);
        var settings = new HashMap<>(bus.kafka());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "gateway");
        try (var other = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            other.subscribe(List.of(TestEventPublisher.MEMBERSHIPS, "documents.events", "exercises.events"));
            await().until(() -> {
                other.poll(Duration.ofMillis(100));
                return !other.assignment().isEmpty();
            });
            bus.publish(Event.accession(organization, "KZ", 2), Event.accession(organization, "UZ", 1));
        }
        bus.publish(Event.accession(organization, "KZ", 3));
        await().untilAsserted(() -> assertThat(log.versions(stream)).isEqualTo(versions(3)));
        await().untilAsserted(() ->
                assertThat(log.versions("membership:" + organization + "/UZ")).isEqualTo(versions(1)));
        assertThat(log.parked(stream)).isEmpty();
    }
}
