package org.depositary.gateway.feeds.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.database.ClientsDatabase;

/** Stores keys of feeds, each by its hash. */
@ApplicationScoped
class FeedKeyTable {

    static final int MOST_PER_SUBJECT = 20;

    private static final String COLUMNS = "SELECT number, id, title, subject, created_at, last_used_on FROM feed_key ";

    /** @param number newer keys have higher numbers */
    record NumberedFeedKey(long number, FeedKey key) {}

    private final ClientsDatabase database;

    FeedKeyTable(ClientsDatabase database) {
        this.database = database;
    }

    /** @throws Problem if the subject has too many keys */
    FeedKey add(String subject, String title, FeedSecret secret) throws SQLException {
        var sql = "INSERT INTO feed_key (id, subject, title, key_hash) VALUES (?, ?, ?, ?)";
        return database.transaction(connection -> {
            requireFew(connection, subject);
            var id = UUID.randomUUID();
            try (var insert = connection.prepareStatement(sql)) {
                insert.setObject(1, id);
                insert.setString(2, subject);
                insert.setString(3, title);
                insert.setBytes(4, secret.hash());
                insert.executeUpdate();
            }
            return find(connection, Optional.of(subject), id).orElseThrow();
        });
    }

    /** The lock makes requests of one subject wait for each other, so that together they keep the limit. */
    private static void requireFew(Connection connection, String subject) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "feed_key " + subject);
            lock.execute();
        }
        if (page(connection, Optional.of(subject), Long.MAX_VALUE, MOST_PER_SUBJECT)
                        .size()
                == MOST_PER_SUBJECT) {
            throw Problem.invalid("", "You have %d keys. Delete one first".formatted(MOST_PER_SUBJECT));
        }
    }

    /**
     * The newest keys first.
     *
     * @param subject their owner; empty for the keys of all
     */
    List<NumberedFeedKey> page(Optional<String> subject, long before, int most) throws SQLException {
        return database.transaction(connection -> page(connection, subject, before, most));
    }

    private static List<NumberedFeedKey> page(Connection connection, Optional<String> subject, long before, int most)
            throws SQLException {
        var sql = COLUMNS + "WHERE subject = coalesce(?, subject) AND number < ? ORDER BY number DESC LIMIT ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, subject.orElse(null));
            select.setLong(2, before);
            select.setInt(3, most);
            return keys(select.executeQuery());
        }
    }

    /** @param subject its owner; empty for a key of anybody */
    Optional<FeedKey> find(Optional<String> subject, UUID id) throws SQLException {
        return database.transaction(connection -> find(connection, subject, id));
    }

    private static Optional<FeedKey> find(Connection connection, Optional<String> subject, UUID id)
            throws SQLException {
        try (var select = connection.prepareStatement(COLUMNS + "WHERE subject = coalesce(?, subject) AND id = ?")) {
            select.setString(1, subject.orElse(null));
            select.setObject(2, id);
            return keys(select.executeQuery()).stream()
                    .map(NumberedFeedKey::key)
                    .findFirst();
        }
    }

    private static List<NumberedFeedKey> keys(ResultSet rows) throws SQLException {
        var keys = new ArrayList<NumberedFeedKey>();
        while (rows.next()) {
            var id = rows.getObject("id", UUID.class);
            keys.add(new NumberedFeedKey(
                    rows.getLong("number"),
                    new FeedKey(
                            FeedKey.url(id),
                            id,
                            rows.getString("title"),
                            rows.getString("subject"),
                            rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(rows.getObject("last_used_on", LocalDate.class)))));
        }
        return keys;
    }

    /**
     * Deletes a key.
     *
     * @param subject its owner; empty for a key of anybody
     * @return false if no such key exists
     */
    boolean delete(Optional<String> subject, UUID id) throws SQLException {
        var sql = "DELETE FROM feed_key WHERE id = ? AND subject = coalesce(?, subject)";
        return database.transaction(connection -> {
            try (var delete = connection.prepareStatement(sql)) {
                delete.setObject(1, id);
                delete.setString(2, subject.orElse(null));
                return delete.executeUpdate() == 1;
            }
        });
    }

    /** Whether the key exists. Writes the day of its use, once a day. */
    boolean use(FeedSecret secret) throws SQLException {
        var select = "SELECT last_used_on IS NOT DISTINCT FROM current_date FROM feed_key WHERE key_hash = ?";
        return database.transaction(connection -> {
            try (var lookup = connection.prepareStatement(select)) {
                lookup.setBytes(1, secret.hash());
                var row = lookup.executeQuery();
                boolean isKnown = row.next();
                if (isKnown && !row.getBoolean(1)) {
                    writeUse(connection, secret);
                }
                return isKnown;
            }
        });
    }

    private static void writeUse(Connection connection, FeedSecret secret) throws SQLException {
        var sql = "UPDATE feed_key SET last_used_on = current_date WHERE key_hash = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setBytes(1, secret.hash());
            update.executeUpdate();
        }
    }
}
