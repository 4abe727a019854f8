package org.depositary.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.local.LocalWaiting.LIMIT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.depositary.local.process.Durability;
import org.depositary.local.process.LoopbackPort;
import org.depositary.local.process.RunningProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final TopicPartition PARTITION = new TopicPartition("some.events", 0);

    @TempDir
    Path directory;

    private LocalKafka kafka;
    private RunningProgram run;

    @BeforeEach
    void start() {
        kafka = new LocalKafka(
                directory.resolve("kafka"), LoopbackPort.anyFree(), LoopbackPort.anyFree(), Durability.KEPT);
        startAgain();
    }

    @AfterEach
    void end() {
        run.end(LIMIT);
    }

    @Test
    void what_it_acknowledged_is_there_after_it_was_killed_and_after_it_ended() throws Exception {
        createTopic();
        send("first");
        run.kill();
        assertThat(run.endsWithin(LIMIT)).isTrue();

        startAgain();
        assertThat(read()).containsExactly("first");
        send("second");
        run.end(LIMIT);
        // By itself, as its input closed: not the 137 of one that had to be killed.
        assertThat(run.process().exitValue()).isZero();

        startAgain();
        assertThat(read()).containsExactly("first", "second");
    }

    private void startAgain() {
        var log = directory.resolve("log").toFile();
        run = RunningProgram.start(
                kafka, builder -> builder.redirectErrorStream(true).redirectOutput(log));
        run.awaitReady(LIMIT);
    }

    private void createTopic() throws Exception {
        try (var admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void send(String value) throws Exception {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), "key", value))
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private List<String> read() {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            var values = new ArrayList<String>();
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
    }
}
