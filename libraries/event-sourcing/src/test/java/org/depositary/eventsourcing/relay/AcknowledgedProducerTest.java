package org.depositary.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "counting"))
class AcknowledgedProducerTest {

    private static final String ALL = "-1";
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(2);

    private final String topic = "overtaking-" + UUID.randomUUID();

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    /** Uses several brokers: with a single broker, a record on one replica is on all replicas. */
    @Test
    void every_in_sync_replica_has_what_is_acknowledged() {
        assertThat(asked().getString(ProducerConfig.ACKS_CONFIG)).isEqualTo(ALL);
    }

    @Test
    void nothing_overtakes_and_a_repeated_request_adds_nothing() {
        assertThat(asked().getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION))
                .isEqualTo(1);
        assertThat(asked().getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
    }

    private ProducerConfig asked() {
        return new ProducerConfig(new AcknowledgedProducer(kafka).configuration());
    }

    /**
     * Kafka becomes reachable just after the first record has failed. The second record must not be sent without the
     * first.
     */
    @Test
    void nothing_overtakes_a_record_that_kafka_could_not_be_asked_for() throws Exception {
        TopicDefinition.ofEvents(topic).ensure(kafka);
        try (var way = new Way(kafka.get("bootstrap.servers").toString())) {
            var settings = new HashMap<>(kafka);
            settings.put("bootstrap.servers", way.address());
            var both = List.of(record("1"), record("2"));
            try (var producer = new AcknowledgedProducer(settings, UNTIL_KNOWN)) {
                assertThat(send(producer, beforeTheSecond(both, way::open))).isZero();
                way.open();
                await().until(() -> send(producer, both) == 2);
            }
        }
        assertThat(published()).containsExactly("1", "2");
    }

    /** A list with the same records. It runs {@code happens} before it returns the second record. */
    private static <T> List<T> beforeTheSecond(List<T> records, Runnable happens) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                if (index == 1) {
                    happens.run();
                }
                return records.get(index);
            }

            @Override
            public int size() {
                return records.size();
            }
        };
    }

    /** Kafka refuses one record for good. All later records must wait. */
    @Test
    void nothing_overtakes_a_record_that_is_refused() throws Exception {
        TopicDefinition.ofEvents(topic).ensure(kafka);
        try (var producer = new AcknowledgedProducer(kafka)) {
            var tooLarge = new ProducerRecord<>(topic, 0, "key", new byte[5 * 1024 * 1024]);
            assertThat(send(producer, List.of(record("1"), tooLarge, record("2"))))
                    .isLessThanOrEqualTo(1);
            assertThat(published()).doesNotContain("2");
            assertThat(send(producer, List.of(record("2")))).isEqualTo(1);
        }
    }

    /** Tests a topic for which an operator has set a small maximum batch size. */
    @Test
    void records_that_are_too_large_together_go_out_one_by_one() throws Exception {
        new TopicDefinition(topic, Map.of("max.message.bytes", "1000")).ensure(kafka);
        var values = IntStream.range(0, 20).mapToObj(n -> n + "x".repeat(300)).toList();
        try (var producer = new AcknowledgedProducer(kafka)) {
            var left = new ArrayList<>(values.stream().map(this::record).toList());
            await().until(() -> {
                left.subList(0, send(producer, left)).clear();
                return left.isEmpty();
            });
        }
        assertThat(published()).containsExactlyElementsOf(values);
    }

    private ProducerRecord<String, byte[]> record(String value) {
        return new ProducerRecord<>(topic, 0, "key", value.getBytes(StandardCharsets.UTF_8));
    }

    private static int send(AcknowledgedProducer producer, List<ProducerRecord<String, byte[]>> records) {
        try {
            return producer.send(records);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private List<String> published() {
        var settings = new HashMap<>(kafka);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = consumer.endOffsets(partition).get(partition.getFirst());
            var values = new ArrayList<String>();
            while (consumer.position(partition.getFirst()) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> values.add(each.value()));
            }
            return values;
        }
    }

    /** A proxy in front of Kafka. It closes every connection until it is opened. */
    private static final class Way implements AutoCloseable {

        private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private volatile boolean open;

        Way(String kafka) throws IOException {
            var address = kafka.split(":");
            Thread.startVirtualThread(() -> {
                while (!entrance.isClosed()) {
                    try {
                        var from = entrance.accept();
                        if (open) {
                            var to = new Socket(address[0], Integer.parseInt(address[1]));
                            carry(from, to);
                            carry(to, from);
                        } else {
                            from.close();
                        }
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
        }

        String address() {
            return "127.0.0.1:" + entrance.getLocalPort();
        }

        void open() {
            open = true;
        }

        private static void carry(Socket from, Socket to) {
            Thread.startVirtualThread(() -> {
                try (from;
                        to) {
                    from.getInputStream().transferTo(to.getOutputStream());
                } catch (IOException ended) {
                    // The other direction ends when this socket is closed.
                }
            });
        }

        @Override
        public void close() throws IOException {
            entrance.close();
        }
    }
}
