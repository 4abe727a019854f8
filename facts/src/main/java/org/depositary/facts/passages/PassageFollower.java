package org.depositary.facts.passages;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps the local passages as {@code documents.text} says; a tombstone erases. Idempotent. */
@ApplicationScoped
public class PassageFollower {

    private static final Logger LOG = Logger.getLogger(PassageFollower.class);

    private final DataSource dataSource;
    private final ObjectMapper mapper;

    PassageFollower(DataSource dataSource, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    /** Stores one chunk; while the database is away it is tried again, because nothing may be passed over. */
    @Incoming("document-texts")
    @Blocking
    public void follow(Record<String, byte[]> message) throws InterruptedException {
        while (!stored(message)) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private boolean stored(Record<String, byte[]> message) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                store(connection, message);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return true;
        } catch (SQLException failure) {
            if (isAboutContent(failure)) {
                return isPassedOver(message, failure);
            }
            LOG.warnf("A chunk of text cannot be stored now: %s", failure.getMessage());
            return false;
        } catch (RuntimeException flaw) {
            return isPassedOver(message, flaw);
        }
    }

    /** What a stranger sent holds up nothing that comes after it. */
    private static boolean isPassedOver(Record<String, byte[]> message, Exception flaw) {
        LOG.errorf("Not a chunk of a document: %s (%s)", message.key(), flaw);
        return true;
    }

    private static boolean isAboutContent(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private void store(Connection connection, Record<String, byte[]> message) throws SQLException {
        var slash = message.key().lastIndexOf('/');
        if (slash < 0) {
            LOG.warnf("Not a chunk of a document: %s", message.key());
            return;
        }
        var document = message.key().substring(0, slash);
        erase(connection, document, message.key().substring(slash + 1));
        var chunk = read(message);
        if (chunk.isPresent()) {
            insert(connection, chunk.get());
        }
    }

    private Optional<TextChunk> read(Record<String, byte[]> message) {
        if (message.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(mapper.readValue(message.value(), TextChunk.class));
        } catch (IOException stranger) {
            LOG.warnf("Not a chunk of a document: %s (%s)", message.key(), stranger.getMessage());
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

    private static void insert(Connection connection, TextChunk chunk) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO text_chunk VALUES (?, ?, ?, ?)")) {
            insert.setString(1, chunk.document());
            insert.setInt(2, chunk.chunk());
            insert.setInt(3, chunk.chunks());
            insert.setInt(4, chunk.extraction());
            insert.executeUpdate();
        }
        // A new extraction may put an anchor into another chunk than the one that still waits to be replaced.
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
