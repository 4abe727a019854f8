package org.depositary.eventsourcing.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.depositary.eventsourcing.relay.Topic;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "counting"))
class TopicFollowerTest {

    /** What may go wrong while a record is taken in. */
    @FunctionalInterface
    private interface Mishap {
        void strike(Consumer<byte[], byte[]> consumer) throws Exception;
    }

    private static final int RECORDS = 60;

    private final String topic = "followed-" + UUID.randomUUID();

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @BeforeEach
    void publish() throws Exception {
        Topic.ofEvents(topic).ensure(kafka);
        publish(0, RECORDS);
    }

    private void publish(int from, int until) throws Exception {
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            for (int i = from; i < until; i++) {
                producer.send(new ProducerRecord<>(topic, 0, "key", "" + i)).get();
            }
        }
    }

    @Test
    void whatever_goes_wrong_every_record_is_taken_in_order() {
        var reader = new Careful(List.of(
                consumer -> {
                    throw new java.sql.SQLException("The database is away");
                },
                consumer -> {
                    throw new IllegalArgumentException("The pool is in an odd state");
                },
                consumer -> {
                    throw new StackOverflowError("Not even an exception");
                },
                Consumer::close,
                consumer -> Thread.currentThread().interrupt(),
                consumer -> consumer.unsubscribe()));
        try (var follower = new TopicFollower("careful-" + topic, List.of(topic), 5, kafka, reader)) {
            follower.start();
            await().until(() -> reader.taken.size() >= RECORDS);
            assertThat(follower.isRunning()).isTrue();
        }
        assertThat(reader.taken)
                .containsExactlyElementsOf(
                        IntStream.range(0, RECORDS).mapToObj(String::valueOf).toList());
        assertThat(reader.mishaps).isEmpty();
    }

    @Test
    void what_was_committed_to_kafka_does_not_come_again() throws Exception {
        var first = new Committing();
        try (var follower = new TopicFollower("committing-" + topic, List.of(topic), 5, kafka, first)) {
            follower.start();
            await().until(() -> first.taken.size() == RECORDS);
        }
        publish(RECORDS, RECORDS + 1);
        var second = new Committing();
        try (var follower = new TopicFollower("committing-" + topic, List.of(topic), 5, kafka, second)) {
            follower.start();
            await().until(() -> !second.taken.isEmpty());
        }
        assertThat(second.taken).containsExactly("" + RECORDS);
    }

    /** Keeps its own place, and is struck by one mishap after the other. */
    private static final class Careful implements TopicReader {

        private final List<Mishap> mishaps;
        private final List<String> taken = new CopyOnWriteArrayList<>();
        private boolean refusesPartitions = true;

        Careful(List<Mishap> mishaps) {
            this.mishaps = new ArrayList<>(mishaps);
        }

        @Override
        public void assigned(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
            if (refusesPartitions) {
                refusesPartitions = false;
                throw new IllegalStateException("The place to go on from cannot be read now");
            }
            partitions.stream()
                    .filter(partition -> partition.partition() == 0)
                    .forEach(partition -> consumer.seek(partition, taken.size()));
        }

        @Override
        public void take(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) throws Exception {
            if (!mishaps.isEmpty() && taken.size() >= 5) {
                mishaps.removeFirst().strike(consumer);
            }
            for (ConsumerRecord<byte[], byte[]> each : records) {
                if (each.offset() == taken.size()) {
                    taken.add(new String(each.value(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** Lets Kafka keep its place. */
    private static final class Committing implements TopicReader {

        private final List<String> taken = new CopyOnWriteArrayList<>();

        @Override
        public void take(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
            records.forEach(each -> taken.add(new String(each.value(), StandardCharsets.UTF_8)));
            consumer.commitSync();
        }
    }
}
