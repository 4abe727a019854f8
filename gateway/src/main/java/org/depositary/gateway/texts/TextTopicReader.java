package org.depositary.gateway.texts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.depositary.eventsourcing.follow.TopicFollower;
import org.depositary.eventsourcing.follow.TopicReader;
import org.depositary.gateway.database.GatewayDatabase;
import org.jboss.logging.Logger;

/** Stores the chunks of topic {@code documents.text}. Retries until stored. A tombstone deletes a chunk. Idempotent. */
@ApplicationScoped
class TextTopicReader implements TopicReader {

    private static final Logger LOG = Logger.getLogger(TextTopicReader.class);
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{32})/(\\d{1,9})");
    private static final String TOPIC = "documents.text";
    private static final int MAX_POLL_RECORDS = 100;

    private final GatewayDatabase database;
    private final TextTables texts;
    private final TextTopicOffsets offsets;
    private final ObjectMapper mapper;
    private final TopicFollower follower;

    TextTopicReader(
            GatewayDatabase database,
            TextTables texts,
            TextTopicOffsets offsets,
            ObjectMapper mapper,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.database = database;
        this.texts = texts;
        this.offsets = offsets;
        this.mapper = mapper;
        this.follower = new TopicFollower("gateway-texts", List.of(TOPIC), MAX_POLL_RECORDS, kafka, this);
    }

    void onStart(@Observes StartupEvent event) {
        follower.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        follower.close();
    }

    @Override
    public void assigned(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) throws Exception {
        offsets.seek(consumer, partitions);
    }

    @Override
    public void take(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) throws SQLException {
        for (ConsumerRecord<byte[], byte[]> each : records) {
            database.transaction(connection -> {
                storeOrSkip(connection, each);
                offsets.store(connection, each.topic(), each.partition(), each.offset() + 1);
                return true;
            });
        }
    }

    /** Skips a record that cannot be stored, because it would block all later ones. Throws if a retry can succeed. */
    private void storeOrSkip(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        var before = connection.setSavepoint();
        try {
            store(connection, record);
        } catch (SQLException | RuntimeException failure) {
            if (failure instanceof SQLException sql && GatewayDatabase.isTransient(sql)) {
                throw sql;
            }
            connection.rollback(before);
            LOG.errorf("Skipped record %s of documents.text: cannot store it: %s", key(record), failure);
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private void store(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        var key = KEY.matcher(key(record));
        if (!key.matches()) {
            LOG.warnf("Skipped record %s of documents.text: its key is not <document>/<chunk>", key(record));
            return;
        }
        var chunk = parse(record);
        if (chunk.isPresent()) {
            texts.replace(connection, chunk.get());
        } else {
            texts.delete(connection, key.group(1), Integer.parseInt(key.group(2)));
        }
    }

    /** Treats an invalid value like a tombstone, so that no outdated text stays and later records are read. */
    private Optional<PublishedTextChunk> parse(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(mapper.readValue(record.value(), PublishedTextChunk.class));
        } catch (IOException e) {
            LOG.errorf(
                    "Record %s of documents.text is not a valid chunk, its text is deleted: %s",
                    key(record), e.getMessage());
            return Optional.empty();
        }
    }
}
