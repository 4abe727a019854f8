package org.depositary.gateway.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LogProgress;

/** Tells whether a write can be read yet: what "read your writes" waits for. */
@ApplicationScoped
public class ReadYourWrites {

    /** What became of a version of a stream. */
    public enum Outcome {
        /** Every read model has it. */
        SERVED,
        /** It has not come through within the time. */
        NOT_YET,
        /** It, or an earlier one of its stream, could not be taken in: waiting does not help. */
        PARKED
    }

    private record Found(long seq, boolean parked) {}

    private static final long NOT_IN_LOG = -1;

    private final GatewayDatabase database;
    private final LogProgress progress;

    ReadYourWrites(GatewayDatabase database, LogProgress progress) {
        this.database = database;
        this.progress = progress;
    }

    /** Waits until the version is served, at most for the given time. */
    public Outcome await(String streamId, int version, Duration atMost) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            long head = progress.head();
            // Read before the search: what is served now was parked, if at all, before the search looked.
            long served = progress.served();
            var found = database.autoCommit(connection -> find(connection, streamId, version));
            if (found.parked()) {
                return Outcome.PARKED;
            }
            if (found.seq() != NOT_IN_LOG && found.seq() <= served) {
                return Outcome.SERVED;
            }
            var left = Duration.ofNanos(deadline - System.nanoTime());
            boolean moved = found.seq() == NOT_IN_LOG
                    ? progress.awaitHeadBeyond(head, left)
                    : progress.awaitServed(found.seq(), left);
            if (!moved) {
                return Outcome.NOT_YET;
            }
        }
    }

    private static Found find(Connection connection, String streamId, int version) throws SQLException {
        // Parked by the feeder (it is not in the log then) or by a projector (at or before its place in the log).
        var sql = """
                SELECT coalesce(c.seq, -1),
                       CASE WHEN c.seq IS NULL
                            THEN EXISTS (SELECT 1 FROM parked p WHERE p.stream_id = v.stream_id AND p.version <= v.version)
                            ELSE EXISTS (SELECT 1 FROM parked_stream p
                                         WHERE p.stream_id = v.stream_id AND p.seq <= c.seq) END
                FROM (VALUES (?, ?)) v (stream_id, version) LEFT JOIN change c USING (stream_id, version)
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, streamId);
            select.setInt(2, version);
            var row = select.executeQuery();
            row.next();
            return new Found(row.getLong(1), row.getBoolean(2));
        }
    }
}
