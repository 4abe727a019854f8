package org.depositary.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.depositary.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests a backlog with more events than one query of the outbox takes, while further events arrive. */
class BacklogTest {

    private static final int STREAMS = 40;
    private static final int WAITING_VERSIONS = 400;
    private static final int LATER_VERSIONS = 100;

    private final TestServers servers = TestServers.running();
    private final String database = servers.freshDatabase("backlog");
    private final String topic = "backlog-" + UUID.randomUUID();
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", servers.kafka().bootstrapServers());

    @BeforeEach
    void tables() {
        Flyway.configure()
                .dataSource(url(), database, password())
                .locations("db/event-sourcing")
                .load()
                .migrate();
    }

    @Test
    void every_stream_arrives_in_order_and_once() throws Exception {
        try (var connection = connect()) {
            for (int version = 1; version <= WAITING_VERSIONS; version++) {
                append(connection, 0, STREAMS, version);
            }
        }
        try (var relay = relay()) {
            relay.start();
            appendMeanwhile();
            await().atMost(Duration.ofMinutes(5)).until(this::outboxIsEmpty);
        }
        var versions = IntStream.rangeClosed(1, WAITING_VERSIONS + LATER_VERSIONS)
                .boxed()
                .toList();
        assertThat(published()).hasSize(STREAMS).allSatisfy((stream, arrived) -> assertThat(arrived)
                .isEqualTo(versions));
    }

    /** Each writer has its own streams, so that the versions of a stream commit in order. */
    private void appendMeanwhile() throws Exception {
        var writers = new ArrayList<Callable<Void>>();
        for (int from = 0; from < STREAMS; from += STREAMS / 4) {
            int first = from;
            writers.add(() -> {
                try (var connection = connect()) {
                    for (int later = 1; later <= LATER_VERSIONS; later++) {
                        append(connection, first, STREAMS / 4, WAITING_VERSIONS + later);
                    }
                }
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
    }

    private static void append(Connection connection, int firstStream, int streams, int version) throws SQLException {
        var sql = """
                WITH recorded AS (
                    INSERT INTO event (stream_id, version, id, type, schema_version, data, meta, recorded_at)
                    SELECT 'counter:' || n, ?, gen_random_uuid(), 'counted', 2, '{}', '{"actor": "curator"}', now()
                    FROM generate_series(?, ?) n
                    RETURNING seq)
                INSERT INTO outbox (seq) SELECT seq FROM recorded
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setInt(1, version);
            insert.setInt(2, firstStream);
            insert.setInt(3, firstStream + streams - 1);
            insert.executeUpdate();
        }
    }

    private OutboxRelay relay() {
        return new OutboxRelay(
                new EventEnvelope(TopicDefinition.ofEvents(topic), "counting", "/backlog"),
                kafka,
                new LeaderLoop.Database(url(), database, password()));
    }

    private boolean outboxIsEmpty() throws SQLException {
        try (var connection = connect();
                var select = connection.prepareStatement("SELECT FROM outbox LIMIT 1")) {
            return !select.executeQuery().next();
        }
    }

    /** The published versions of each stream, in the order of the topic. */
    private Map<String, List<Integer>> published() {
        var versions = new HashMap<String, List<Integer>>();
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, TopicDefinition.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    var version = record.headers().lastHeader("ce_sequence").value();
                    versions.computeIfAbsent(record.key(), stream -> new ArrayList<>())
                            .add(Integer.valueOf(new String(version, StandardCharsets.UTF_8)));
                }
            }
        }
        return versions;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), database, password());
    }

    private String url() {
        return servers.postgres().jdbcUrl(database);
    }

    private String password() {
        return servers.postgres().password();
    }
}
