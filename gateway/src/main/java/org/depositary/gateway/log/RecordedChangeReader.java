package org.depositary.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads changes without parsing them, for exports of the whole log. */
@ApplicationScoped
public class RecordedChangeReader {

    /**
     * A change.
     *
     * @param cloudEvent CloudEvents 1.0 in JSON, UTF-8
     */
    public record RecordedChange(Cursor cursor, byte[] cloudEvent) {}

    /**
     * A part of the log: what was recorded up to an instant, in the entries up to a position.
     *
     * @param until excludes what was recorded later
     */
    public record LogPart(long seq, OffsetDateTime until) {

        public static final LogPart NONE = new LogPart(0, OffsetDateTime.MIN);
    }

    private static final String PAGE = """
            SELECT epoch, seq, cloudevent::text FROM change
            WHERE seq > ? AND seq <= ? AND recorded_at <= ? AND NOT (seq <= ? AND recorded_at <= ?)
            ORDER BY seq LIMIT ?
            """;

    private static final String FIRST_LATER = """
            SELECT coalesce((SELECT seq - 1 FROM change WHERE latest > ? ORDER BY latest, seq LIMIT 1), h.seq)
            FROM change_head h
            """;

    /** The first changes after a position that are in the part and not in the part without. */
    public List<RecordedChange> read(Connection connection, long after, LogPart part, LogPart without, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(PAGE)) {
            select.setLong(1, after);
            select.setLong(2, part.seq());
            select.setObject(3, part.until());
            select.setLong(4, without.seq());
            select.setObject(5, without.until());
            select.setInt(6, limit);
            var changes = new ArrayList<RecordedChange>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    changes.add(change(rows));
                }
            }
            return changes;
        }
    }

    private static RecordedChange change(ResultSet row) throws SQLException {
        return new RecordedChange(new Cursor(row.getString(1), row.getLong(2)), row.getBytes(3));
    }

    /** A position before which the part has every change. It lets a read skip most of them. */
    public long start(Connection connection, LogPart part) throws SQLException {
        try (var select = connection.prepareStatement(FIRST_LATER)) {
            select.setObject(1, part.until());
            try (var row = select.executeQuery()) {
                row.next();
                return Math.min(part.seq(), row.getLong(1));
            }
        }
    }
}
