package org.depositary.documents.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topics of documents from the start. */
final class DocumentTopics {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String bootstrapServers;

    DocumentTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** An event as it is published. */
    record Published(String type, String id, String subject, int sequence, String actor, JsonNode data) {}

    /** The events of a document, in order. */
    List<Published> events(String document) {
        return records("documents.events").stream()
                .filter(record -> record.key().equals("document:" + document))
                .map(DocumentTopics::published)
                .toList();
    }

    /** The chunks of a document's text as compaction would leave them: the last value of each key; empty for a tombstone. */
    Map<String, Optional<JsonNode>> chunks(String document) {
        var chunks = new LinkedHashMap<String, Optional<JsonNode>>();
        records("documents.text").stream()
                .filter(record -> record.key().startsWith(document + "/"))
                .forEach(record -> chunks.put(
                        record.key(), Optional.ofNullable(record.value()).map(DocumentTopics::json)));
        return chunks;
    }

    /** How often that chunk of a text was published. */
    long times(String key) {
        return records("documents.text").stream()
                .filter(record -> record.key().equals(key))
                .count();
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        return new Published(
                header(record, "ce_type"),
                header(record, "ce_id"),
                header(record, "ce_subject"),
                Integer.parseInt(header(record, "ce_sequence")),
                header(record, "ce_actor"),
                json(record.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] value) {
        try {
            return MAPPER.readTree(value);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
