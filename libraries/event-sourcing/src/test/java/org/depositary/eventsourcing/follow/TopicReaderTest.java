package org.depositary.eventsourcing.follow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.TestServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TopicReaderTest.Readers.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "counting"))
@WithTestResource(TopicReaderTest.Committed.class)
class TopicReaderTest {

    static final String PROFILE = "readers";

    private static final int RECORDS = 60;
    private static final int COMMITTED = 40;

    /** Starts the readers of this test, each with its own topic. */
    public static class Readers implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return PROFILE;
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<String, String>();
            for (var channel : List.of("careful", "committed", "closed", "unsubscribed", "recreated")) {
                var prefix = "mp.messaging.incoming." + channel + ".";
                settings.put(prefix + "topics", channel);
                settings.put(prefix + "group.id", channel);
                settings.put(prefix + "max.poll.records", "5");
                settings.put(prefix + "consumer-rebalance-listener.name", channel);
            }
            return settings;
        }
    }

    /** Commits an offset to Kafka for one group, before the application starts. */
    public static class Committed implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            var kafka = Map.<String, Object>of(
                    "bootstrap.servers", TestServers.running().kafka().bootstrapServers());
            try (var admin = Admin.create(kafka)) {
                publish(kafka, "committed", 0, COMMITTED);
                var offset = Map.of(new TopicPartition("committed", 0), new OffsetAndMetadata(COMMITTED));
                admin.alterConsumerGroupOffsets("committed", offset).all().get();
                return Map.of();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void stop() {}
    }

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    @Identifier("careful")
    CarefulReader careful;

    @Inject
    @Identifier("committed")
    CommittedReader committed;

    @Inject
    @Identifier("closed")
    ClosedReader closed;

    @Inject
    @Identifier("unsubscribed")
    UnsubscribedReader unsubscribed;

    @Inject
    @Identifier("recreated")
    RecreatedReader recreated;

    private void publish(String topic, int from, int until) throws Exception {
        publish(kafka, topic, from, until);
    }

    private static void publish(Map<String, Object> kafka, String topic, int from, int until) throws Exception {
        TopicDefinition.ofEvents(topic).ensure(kafka);
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            for (int i = from; i < until; i++) {
                producer.send(new ProducerRecord<>(topic, 0, "key", "" + i)).get();
            }
        }
    }

    private static List<String> numbers(int from, int until) {
        return IntStream.range(from, until).mapToObj(String::valueOf).toList();
    }

    @Test
    void whatever_goes_wrong_every_record_is_stored_in_order() throws Exception {
        publish("careful", 0, RECORDS);
        await().until(() -> careful.stored.size() >= RECORDS);
        assertThat(careful.stored).containsExactlyElementsOf(numbers(0, RECORDS));
        assertThat(careful.mishaps).isEmpty();
        assertThat(careful.isAlive()).isTrue();
        assertThat(careful.failingFor()).isZero();
    }

    @Test
    void records_committed_to_kafka_before_offsets_were_stored_are_not_read_again() throws Exception {
        publish("committed", COMMITTED, RECORDS);
        await().until(() -> committed.stored.size() >= RECORDS - COMMITTED);
        assertThat(committed.stored).containsExactlyElementsOf(numbers(COMMITTED, RECORDS));
    }

    @Test
    void a_topic_that_is_created_again_is_read_from_its_start() throws Exception {
        publish("recreated", 0, 10);
        await().until(() -> recreated.stored.size() == 10);
        try (var admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of("recreated")).all().get();
            await().until(() -> !admin.listTopics().names().get().contains("recreated"));
        }
        publish("recreated", 10, 30);
        await().until(() -> recreated.stored.size() >= 30);
        assertThat(recreated.stored).containsExactlyElementsOf(numbers(0, 30));
    }

    @Test
    void a_channel_that_ends_makes_the_process_not_live() throws Exception {
        assertEndsWith(closed, Consumer::close);
        assertEndsWith(unsubscribed, Consumer::unsubscribe);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'readers' }.data.closed", equalTo("stopped"))
                .body("checks.find { it.name == 'readers' }.data.careful", equalTo("reads"));
    }

    private void assertEndsWith(MemoryReader reader, java.util.function.Consumer<Consumer<byte[], byte[]>> mistake)
            throws Exception {
        publish(reader.channel(), 0, RECORDS);
        await().until(() -> reader.stored.size() == RECORDS);
        assertThat(reader.isAlive()).isTrue();
        reader.onPollingThread(mistake);
        await().until(() -> !reader.isAlive());
    }
}
