package org.depositary.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.depositary.eventsourcing.CounterAggregate;
import org.depositary.eventsourcing.CounterAggregate.Add;
import org.depositary.eventsourcing.store.CommandAnswer;
import org.depositary.eventsourcing.store.CommandExecutor;
import org.depositary.eventsourcing.store.CommandRequest;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.eventsourcing.telemetry.TraceParent;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "counting"))
class OutboxRelayTest {

    @Inject
    CommandExecutor commands;

    @Inject
    DataSource dataSource;

    @Inject
    DirectDatabaseSettings database;

    @Inject
    RelayRunner own;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void an_event_arrives_as_a_binary_cloud_event() throws SQLException {
        var stream = aStream();
        count(stream, 1);
        await().until(() -> published(stream).size() == 1);
        var record = published(stream).getFirst();
        var event = record.value();
        assertThat(record.key()).isEqualTo(stream.toString());
        assertThat(event.getType()).isEqualTo("org.depositary.counting.counted.v2");
        assertThat(event.getSource()).hasToString("/counting-service");
        assertThat(event.getSubject()).isEqualTo(stream.toString());
        assertThat(event.getExtension("sequence")).hasToString("1");
        assertThat(event.getExtension("actor")).isEqualTo("curator");
        assertThat(event.getData().toBytes()).asString().isEqualTo("{\"amount\":1}");
        assertThat(record.headers().lastHeader("content-type").value())
                .asString()
                .isEqualTo("application/json");
        assertThat(record.headers().lastHeader(TraceParent.HEADER)).isNull();
        await().until(this::outboxIsEmpty);
    }

    @Test
    void a_traced_command_is_published_with_its_trace() throws SQLException {
        var stream = aStream();
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var span = SpanContext.create(trace, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());
        try (var current = Span.wrap(span).makeCurrent()) {
            count(stream, 1);
        }
        await().until(() -> published(stream).size() == 1);
        var record = published(stream).getFirst();
        assertThat(record.headers().lastHeader(TraceParent.HEADER).value())
                .asString()
                .startsWith("00-" + trace + "-")
                .endsWith("-01");
        assertThat(record.value().getExtensionNames()).containsExactlyInAnyOrder("sequence", "actor");
    }

    @Test
    void two_relays_keep_every_stream_in_order_and_lose_nothing() throws SQLException {
        var streams = IntStream.range(0, 20).mapToObj(each -> aStream()).toList();
        var envelope = new EventEnvelope(CounterAggregate.TOPIC, "counting", "/counting-service");
        try (var rival = new OutboxRelay(envelope, kafka, database.settings())) {
            await().until(own::isLeading);
            rival.start();
            for (int round = 0; round < 10; round++) {
                streams.forEach(stream -> count(stream, 3));
            }
            await().until(this::outboxIsEmpty);
            assertThat(rival.isLeading()).isFalse();
        }
        for (var stream : streams) {
            assertThat(sequences(stream))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 30).boxed().toList());
        }
    }

    @Test
    void what_is_published_again_is_the_same() throws SQLException {
        var stream = aStream();
        count(stream, 5);
        await().until(() -> sequences(stream).size() == 5);
        publishAgain();
        await().until(() -> sequences(stream).size() == 10);
        assertThat(sequences(stream)).containsExactly(1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
    }

    @Test
    void what_kafka_refuses_stays_in_the_outbox_until_it_is_taken() throws Exception {
        var stream = aStream();
        count(stream, 1);
        await().until(() -> sequences(stream).size() == 1);
        setLargestRecord("1");
        try {
            count(stream, 2);
            awaitRetry();
            assertThat(outboxIsEmpty()).isFalse();
            assertThat(sequences(stream)).containsExactly(1);
        } finally {
            setLargestRecord("1048588");
        }
        await().until(this::outboxIsEmpty);
        assertThat(sequences(stream)).containsExactly(1, 2, 3);
    }

    /** Waits for two retries: the first batch may have begun before, the second one has not. */
    private void awaitRetry() {
        long retries = own.retries();
        await().until(() -> own.retries() >= retries + 2);
    }

    private void setLargestRecord(String bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, CounterAggregate.TOPIC.name());
        var setting = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(kafka)) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(setting))).all().get();
            await().until(() -> admin.describeConfigs(List.of(topic))
                    .all()
                    .get()
                    .get(topic)
                    .get("max.message.bytes")
                    .value()
                    .equals(bytes));
        }
    }

    @Test
    void a_lost_topic_is_made_anew_and_published_again() throws Exception {
        var stream = aStream();
        count(stream, 5);
        await().until(() -> sequences(stream).size() == 5);
        try (var admin = Admin.create(kafka)) {
            var name = CounterAggregate.TOPIC.name();
            admin.deleteTopics(List.of(name)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(name));
        }
        publishAgain();
        await().until(this::outboxIsEmpty);
        assertThat(sequences(stream)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void what_is_asked_for_again_on_its_way_is_published_again() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                // Uses temporary tables, because the relay that runs in this test empties the real ones.
                statement.execute("CREATE TEMPORARY TABLE event (LIKE event INCLUDING ALL) ON COMMIT DROP");
                statement.execute("CREATE TEMPORARY TABLE outbox (LIKE outbox INCLUDING ALL) ON COMMIT DROP");
                statement.execute("""
                        INSERT INTO event (stream_id, version, id, type, schema_version, data, meta, recorded_at)
                        VALUES ('counter:x', 1, gen_random_uuid(), 'counted', 2, '{}', '{}', now())
                        """);
                statement.execute("INSERT INTO outbox (seq) SELECT seq FROM event");
            }
            var onItsWay = Outbox.next(connection, 10);
            assertThat(Outbox.republish(connection, 0)).isEqualTo(1);
            Outbox.delete(connection, onItsWay);
            assertThat(Outbox.depth(connection).events()).isEqualTo(1);
            Outbox.delete(connection, Outbox.next(connection, 10));
            assertThat(Outbox.depth(connection).events()).isZero();
            connection.rollback();
        }
    }

    private static void publishAgain() {
        RestAssured.given()
                .auth()
                .oauth2(RealPostgresAndKafka.token("admin"))
                .contentType("application/json")
                .body("{\"from\": 0}")
                .post("/relay/republication")
                .then()
                .statusCode(200);
    }

    private void count(StreamId stream, int amount) {
        commands.run(
                new CommandRequest("curator", Optional.empty(), "hash", Optional.empty()),
                session -> {
                    session.handle(CounterAggregate.AGGREGATE, stream, new Add(amount, 1_000));
                    return new CommandAnswer(201, Map.of(), JsonNodeFactory.instance.objectNode());
                },
                problem -> {
                    throw problem;
                });
    }

    private boolean outboxIsEmpty() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return Outbox.depth(connection).events() == 0;
        }
    }

    private List<Integer> sequences(StreamId stream) {
        return published(stream).stream()
                .map(record ->
                        Integer.valueOf(record.value().getExtension("sequence").toString()))
                .toList();
    }

    private List<ConsumerRecord<String, CloudEvent>> published(StreamId stream) {
        var settings = new HashMap<>(kafka);
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", CloudEventDeserializer.class.getName());
        try (var consumer = new KafkaConsumer<String, CloudEvent>(settings)) {
            var partitions = IntStream.range(0, TopicDefinition.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(CounterAggregate.TOPIC.name(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, CloudEvent>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records.stream()
                    .filter(record -> record.key().equals(stream.toString()))
                    .toList();
        }
    }

    private static StreamId aStream() {
        return new StreamId("counter", UUID.randomUUID().toString());
    }
}
