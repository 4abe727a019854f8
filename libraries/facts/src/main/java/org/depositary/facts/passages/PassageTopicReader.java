package org.depositary.facts.passages;

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
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.depositary.eventsourcing.follow.KafkaChannels;
import org.depositary.eventsourcing.follow.PartitionId;
import org.depositary.eventsourcing.follow.StoredOffsets;
import org.depositary.eventsourcing.follow.TopicReader;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Copies the passages of the topic {@code documents.text} into the local database. A tombstone deletes them. Reading
 * a record twice has no further effect. Each service with facts has its own consumer group, because each has its own
 * copy.
 */
@Singleton
@Identifier(PassageTopicReader.CHANNEL)
public class PassageTopicReader extends TopicReader {

    static final String CHANNEL = "passages";

    private static final Logger LOG = Logger.getLogger(PassageTopicReader.class);
    private static final StoredOffsets OFFSETS = new StoredOffsets("passage_offset");

    private final DataSource dataSource;
    private final ObjectMapper mapper;

    PassageTopicReader(DataSource dataSource, ObjectMapper mapper, KafkaChannels channels) {
        super(CHANNEL, channels);
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    @Incoming(CHANNEL)
    Uni<Void> onBatch(ConsumerRecords<byte[], byte[]> records) {
        return read(records);
    }

    @Override
    protected Map<PartitionId, Long> nextOffsets(Collection<PartitionId> partitions) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return OFFSETS.next(connection, partitions);
        }
    }

    @Override
    protected void store(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, PartitionId> partitions)
            throws SQLException {
        for (ConsumerRecord<byte[], byte[]> each : records) {
            store(each, partitions.get(new TopicPartition(each.topic(), each.partition())));
        }
    }

    private void store(ConsumerRecord<byte[], byte[]> message, PartitionId partition) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (OFFSETS.advance(connection, partition, message.offset())) {
                    storeOrSkip(connection, message);
                }
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Skips a record that cannot be stored, so that later records are not blocked. A database outage skips nothing. */
    private void storeOrSkip(Connection connection, ConsumerRecord<byte[], byte[]> message) throws SQLException {
        var before = connection.setSavepoint();
        try {
            store(connection, message);
        } catch (SQLException | RuntimeException failure) {
            if (failure instanceof SQLException sql && !isAboutContent(sql)) {
                throw sql;
            }
            connection.rollback(before);
            // The messages of these exceptions can contain the text, which may be restricted. Logs are read by others.
            LOG.errorf(
                    "Record of documents.text with key %s skipped: %s %s",
                    key(message),
                    failure.getClass().getSimpleName(),
                    failure instanceof SQLException sql ? sql.getSQLState() : "");
        }
    }

    private static boolean isAboutContent(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private static String key(ConsumerRecord<byte[], byte[]> message) {
        return message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
    }

    private void store(Connection connection, ConsumerRecord<byte[], byte[]> message) throws SQLException {
        var key = key(message);
        var slash = key.lastIndexOf('/');
        if (slash < 0) {
            LOG.warnf("Record of documents.text skipped: its key %s is not <document>/<chunk>", key);
            return;
        }
        var document = key.substring(0, slash);
        erase(connection, document, key.substring(slash + 1));
        var chunk = read(message);
        if (chunk.isPresent()) {
            insert(connection, chunk.get());
        }
    }

    private Optional<PassageChunk> read(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(mapper.readValue(message.value(), PassageChunk.class));
        } catch (IOException stranger) {
            LOG.warnf(
                    "Record of documents.text with key %s skipped: it is not a valid chunk (%s)",
                    key(message), stranger.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static void erase(Connection connection, String document, String chunk) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM text_chunk WHERE document = ? AND chunk = ?::int")) {
            delete.setString(1, document);
            delete.setString(2, chunk);
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, PassageChunk chunk) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO text_chunk VALUES (?, ?, ?, ?)")) {
            insert.setString(1, chunk.document());
            insert.setInt(2, chunk.chunk());
            insert.setInt(3, chunk.chunks());
            insert.setInt(4, chunk.extraction());
            insert.executeUpdate();
        }
        // A new extraction can move an anchor to another chunk. The row of the old chunk may still have the anchor
        // until its new version arrives, so the row is overwritten.
        var sql = """
                INSERT INTO passage (document, chunk, ordinal, anchor, kind, text, repaired) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (document, anchor) DO UPDATE
                SET chunk = excluded.chunk, ordinal = excluded.ordinal, kind = excluded.kind, text = excluded.text,
                    repaired = excluded.repaired
                """;
        try (var insert = connection.prepareStatement(sql)) {
            for (int ordinal = 0; ordinal < chunk.passages().size(); ordinal++) {
                var passage = chunk.passages().get(ordinal);
                insert.setString(1, chunk.document());
                insert.setInt(2, chunk.chunk());
                insert.setInt(3, ordinal);
                insert.setString(4, passage.anchor());
                insert.setString(5, passage.kind());
                insert.setString(6, chunk.words(passage));
                insert.setString(7, passage.repaired().orElse(null));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
