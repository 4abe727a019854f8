package org.depositary.gateway.feeds.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
            return find(connection, subject, Optional.of(id)).getFirst();
        });
    }

    /** The lock makes requests of one subject wait for each other, so that together they keep the limit. */
    private static void requireFew(Connection connection, String subject) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "feed_key " + subject);
            lock.execute();
        }
        if (find(connection, subject, Optional.empty()).size() >= MOST_PER_SUBJECT) {
            throw Problem.invalid("", "You have %d keys. Delete one first".formatted(MOST_PER_SUBJECT));
        }
    }

    List<FeedKey> of(String subject) throws SQLException {
        return database.transaction(connection -> find(connection, subject, Optional.empty()));
    }

    Optional<FeedKey> find(String subject, UUID id) throws SQLException {
        return database.transaction(connection ->
                find(connection, subject, Optional.of(id)).stream().findFirst());
    }

    private static List<FeedKey> find(Connection connection, String subject, Optional<UUID> id) throws SQLException {
        var sql = """
                SELECT id, title, created_at, last_used_on FROM feed_key
                WHERE subject = ? AND id = coalesce(?, id) ORDER BY created_at, id
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, subject);
            select.setObject(2, id.orElse(null), Types.OTHER);
            var keys = new ArrayList<FeedKey>();
            var rows = select.executeQuery();
            while (rows.next()) {
                keys.add(key(rows));
            }
            return keys;
        }
    }

    private static FeedKey key(ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        return new FeedKey(
                FeedKey.url(id),
                id,
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(4, LocalDate.class)));
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
