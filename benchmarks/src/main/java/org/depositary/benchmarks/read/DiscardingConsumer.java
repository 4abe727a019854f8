package org.depositary.benchmarks.read;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.depositary.eventsourcing.relay.TopicDefinition;

/** Reads topics from their start with the feeder's settings, and discards the records. */
record DiscardingConsumer(String kafka) {

    /** Reads this number of records. Returns the duration in seconds. */
    double read(long records) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", kafka, "max.poll.records", 5000, "fetch.max.bytes", 1 << 24);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions().toList());
            consumer.seekToBeginning(consumer.assignment());
            long begun = System.nanoTime();
            for (long read = 0; read < records; ) {
                read += consumer.poll(Duration.ofSeconds(1)).count();
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static Stream<TopicPartition> partitions() {
        return SampleRegisterPublisher.TOPICS.values().stream()
                .flatMap(topic -> IntStream.range(0, TopicDefinition.PARTITIONS)
                        .mapToObj(part -> new TopicPartition(topic, part)));
    }
}
