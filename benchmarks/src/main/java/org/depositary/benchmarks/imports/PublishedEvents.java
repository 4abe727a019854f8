package org.depositary.benchmarks.imports;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.depositary.benchmarks.read.LatencyPercentiles;
import org.depositary.eventsourcing.relay.TopicDefinition;

/** Reads all events from Kafka after a measurement, with the time at which the broker stored each. */
record PublishedEvents(List<Published> all) {

    /**
     * An event on Kafka.
     *
     * @param recorded when the service recorded it, by the clock of its database
     * @param appended when the broker stored it, in whole milliseconds
     */
    record Published(String stream, String actor, Instant recorded, Instant appended) {

        Duration delay() {
            return Duration.between(recorded, appended);
        }
    }

    private static final List<String> TOPICS = List.of("membership.events", "documents.events", "exercises.events");

    /** Reads all topics to their current end. Keeps the events that were recorded at this instant or later. */
    static PublishedEvents recordedSince(Instant since, String kafka) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka, "max.poll.records", 5000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(TOPICS.stream().flatMap(PublishedEvents::partitions).toList());
            consumer.seekToBeginning(consumer.assignment());
            var ends = consumer.endOffsets(consumer.assignment());
            var all = new ArrayList<Published>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    var published = published(record);
                    if (!published.recorded().isBefore(since)) {
                        all.add(published);
                    }
                }
            }
            return new PublishedEvents(all);
        }
    }

    private static Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, TopicDefinition.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition));
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        return new Published(
                record.key(),
                header(record, "ce_actor"),
                OffsetDateTime.parse(header(record, "ce_time")).toInstant(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Returns the delays between recording an event and its storage by the broker. */
    LatencyPercentiles delays(Predicate<Published> which) {
        return new LatencyPercentiles(all.stream()
                .filter(which)
                .mapToLong(published -> published.delay().toNanos())
                .toArray());
    }

    Published slowest() {
        return all.stream().max(Comparator.comparing(Published::delay)).orElseThrow();
    }
}
