package org.depositary.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their start to their present end, without a consumer group. */
record EventTopicReader(TestInstallation installation) {

    private static final List<String> TOPICS = List.of("membership.events", "documents.events", "exercises.events");

    EventLedger events() {
        return new EventLedger(
                "topics", records(TOPICS).stream().map(EventTopicReader::entry).toList());
    }

    /** All records of these topics. */
    List<ConsumerRecord<String, byte[]>> records(List<String> topics) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        var settings = Map.<String, Object>of("bootstrap.servers", installation.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (!arrived(consumer, ends)) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static boolean arrived(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static ObservedEvent entry(ConsumerRecord<String, byte[]> message) {
        try {
            return new ObservedEvent(
                    message.key(),
                    Long.parseLong(header(message, "ce_sequence")),
                    header(message, "ce_id"),
                    GatewayAnswer.JSON.readTree(message.value()).path("id").asText());
        } catch (IOException e) {
            throw new AssertionError("no JSON on " + message.topic(), e);
        }
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null) {
            throw new AssertionError(message.topic() + " has a message without " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
