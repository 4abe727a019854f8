package org.depositary.gateway.texts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.depositary.eventsourcing.follow.KafkaChannels;
import org.depositary.eventsourcing.follow.PartitionId;
import org.depositary.eventsourcing.follow.StoredOffsets;
import org.depositary.eventsourcing.follow.TopicReader;
import org.depositary.gateway.database.GatewayDatabase;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Stores the chunks of topic {@code documents.text} in the database. Retries until a chunk is stored. A tombstone
 * deletes a chunk. A repeated record has no effect.
 */
@Singleton
@Identifier(TextTopicReader.CHANNEL)
class TextTopicReader extends TopicReader {

    static final String CHANNEL = "texts";

    private static final Logger LOG = Logger.getLogger(TextTopicReader.class);
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{32})/(\\d{1,9})");
    private static final StoredOffsets OFFSETS = new StoredOffsets("text_offset");

    private final GatewayDatabase database;
    private final TextTableWriter texts;
    private final ObjectMapper mapper;

    TextTopicReader(GatewayDatabase database, TextTableWriter texts, ObjectMapper mapper, KafkaChannels channels) {
        super(CHANNEL, channels);
        this.database = database;
        this.texts = texts;
        this.mapper = mapper;
    }

    @Incoming(CHANNEL)
    Uni<Void> onBatch(ConsumerRecords<byte[], byte[]> records) {
        return read(records);
    }

    @Override
    protected Map<PartitionId, Long> nextOffsets(Collection<PartitionId> partitions) throws SQLException {
        return database.autoCommit(connection -> OFFSETS.next(connection, partitions));
    }

    @Override
    protected void store(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, PartitionId> partitions)
            throws SQLException {
        for (ConsumerRecord<byte[], byte[]> each : records) {
            var partition = partitions.get(new TopicPartition(each.topic(), each.partition()));
            database.transaction(connection -> {
                GatewayDatabase.fixPlans(connection);
                if (OFFSETS.advance(connection, partition, each.offset())) {
                    storeOrSkip(connection, each);
                }
                return true;
            });
        }
    }

    /**
     * Stores a record. Skips a record that can never be stored, because it would block all later ones. Throws if a
     * retry can succeed.
     */
    private void storeOrSkip(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        var before = connection.setSavepoint();
        try {
            store(connection, record);
        } catch (SQLException | RuntimeException failure) {
            if (failure instanceof SQLException sql && GatewayDatabase.isTransient(sql)) {
                throw sql;
            }
            connection.rollback(before);
            // The messages of these exceptions can contain the text, which may be restricted. Logs are read by others.
            LOG.errorf(
                    "Skipped record %s of documents.text: cannot store it: %s %s",
                    key(record),
                    failure.getClass().getSimpleName(),
                    failure instanceof SQLException sql ? sql.getSQLState() : "");
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

    /**
     * Parses the value of a record. An invalid value counts as a tombstone, so that no outdated text stays and later
     * records are read.
     */
    private Optional<PublishedTextChunk> parse(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(mapper.readValue(record.value(), PublishedTextChunk.class));
        } catch (IOException e) {
            LOG.errorf(
                    "Record %s of documents.text is not a valid chunk, its text is deleted: %s",
                    key(record), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
