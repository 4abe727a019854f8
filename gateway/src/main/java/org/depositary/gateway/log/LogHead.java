package org.depositary.gateway.log;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.depositary.gateway.database.GatewayDatabase;

/**
 * The row that stores the end of the change log. The transaction that appends locks it, so {@code seq} has no gaps and
 * follows the order of commits.
 *
 * @param identity identifies the present life of the database; another one begins a new epoch
 * @param seq position of the last entry
 * @param latest the greatest {@code recorded_at} of all entries
 */
public record LogHead(String epoch, String identity, long seq, OffsetDateTime latest) {

    private static final String EPOCH_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int EPOCH_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What is different after each way to restore a database: system identifier, timeline and the start of the server (a
     * copy of its files), the database (a new one), and the file of {@code change_head} (its tables). The timeline is read
     * from the name of the current WAL file, because the control file has the new one only after a checkpoint.
     */
    private static final String IDENTITY = """
            concat_ws('/', s.system_identifier, left(pg_walfile_name(pg_current_wal_insert_lsn()), 8),
                      extract(epoch FROM pg_postmaster_start_time()), d.oid, pg_relation_filenode('change_head'))
            """;

    /**
     * Locks and reads the end of the log. A new epoch begins if the database may have been restored: its identity is
     * another one, also after each start of the server. Entries keep their epoch, so this ends no cursor of an entry.
     */
    public static LogHead lock(Connection connection) throws SQLException {
        var sql = """
                SELECT h.epoch, h.identity, h.seq, h.latest, %s, %s
                FROM change_head h, pg_control_system() s, pg_database d
                WHERE d.datname = current_database()
                FOR UPDATE OF h
                """.formatted(IDENTITY, GatewayDatabase.FIXED_PLANS);
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            row.next();
            var identity = row.getString(5);
            var epoch = identity.equals(row.getString(2)) ? row.getString(1) : newEpoch();
            return new LogHead(epoch, identity, row.getLong(3), row.getObject(4, OffsetDateTime.class));
        }
    }

    private static String newEpoch() {
        return RANDOM.ints(EPOCH_LENGTH, 0, EPOCH_LETTERS.length())
                .mapToObj(i -> EPOCH_LETTERS.substring(i, i + 1))
                .reduce("", String::concat);
    }

    /** The end of the log after one more entry. */
    public LogHead with(OffsetDateTime recordedAt) {
        return new LogHead(epoch, identity, seq + 1, recordedAt.isAfter(latest) ? recordedAt : latest);
    }

    public void save(Connection connection) throws SQLException {
        var sql = "UPDATE change_head SET epoch = ?, identity = ?, seq = ?, latest = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, epoch);
            update.setString(2, identity);
            update.setLong(3, seq);
            update.setObject(4, latest);
            update.executeUpdate();
        }
    }
}
