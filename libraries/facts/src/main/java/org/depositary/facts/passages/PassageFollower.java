package org.depositary.facts.passages;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.depositary.eventsourcing.follow.TopicFollower;
import org.depositary.eventsourcing.follow.TopicReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Copies the passages of the topic {@code documents.text} into the local database. A tombstone deletes them.
 * Idempotent. Each service with facts has its own consumer group. Offsets are committed after the database.
 */
@ApplicationScoped
public class PassageFollower implements TopicReader {

    private static final Logger LOG = Logger.getLogger(PassageFollower.class);
    private static final String TOPIC = "documents.text";
    private static final int BATCH_SIZE = 100;

    private final DataSource dataSource;
    private final ObjectMapper mapper;
    private final TopicFollower follower;

    PassageFollower(
            DataSource dataSource,
            ObjectMapper mapper,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.mapper = mapper;
        this.follower = new TopicFollower(service + "-passages", List.of(TOPIC), BATCH_SIZE, kafka, this);
    }

    void onStart(@Observes StartupEvent event) {
        follower.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        follower.close();
    }

    @Override
    public void take(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) throws SQLException {
        for (ConsumerRecord<byte[], byte[]> each : records) {
            take(each);
        }
        consumer.commitSync();
    }

    private void take(ConsumerRecord<byte[], byte[]> message) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                store(connection, message);
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                skipMalformed(message, failure);
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Skips a record that cannot be stored, so that later records are not blocked. A database outage skips nothing. */
    private static void skipMalformed(ConsumerRecord<byte[], byte[]> message, Exception failure) throws SQLException {
        if (failure instanceof SQLException sql && !isAboutContent(sql)) {
            throw sql;
        }
        LOG.errorf("Record of documents.text with key %s skipped: %s", key(message), failure);
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
            LOG.warnf("Record of documents.text with key %s skipped: %s", key(message), stranger.getMessage());
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
        // A new extraction can move an anchor to another chunk. The old chunk may still hold it until it is replaced.
        var sql = """
                INSERT INTO passage (document, chunk, anchor, text) VALUES (?, ?, ?, ?)
                ON CONFLICT (document, anchor) DO UPDATE SET chunk = excluded.chunk, text = excluded.text
                """;
        try (var insert = connection.prepareStatement(sql)) {
            for (var passage : chunk.passages()) {
                insert.setString(1, chunk.document());
                insert.setInt(2, chunk.chunk());
                insert.setString(3, passage.anchor());
                insert.setString(4, chunk.words(passage));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
