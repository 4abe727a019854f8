package org.depositary.gateway.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LogProgress;

/** Waits until a write can be read, so that a client can read its own writes. */
@ApplicationScoped
public class ReadYourWrites {

    /** The result of waiting for a version of a stream. */
    public enum Outcome {
        /** Every read model has applied the version. */
        SERVED,
        /** The read models have not applied the version within the time limit. */
        NOT_YET,
        /** The version, or an earlier one of its stream, is parked. Waiting longer does not help. */
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

    /** Waits until every read model has applied the version. Returns after {@code atMost} even if it has not. */
    public Outcome await(String streamId, int version, Duration atMost) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            long head = progress.head();
            // Must be read before the query below. Otherwise a version could be parked after the query and then count
            // as served.
            long served = progress.served();
            var found = database.snapshot(connection -> find(connection, streamId, version));
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
        // Looks for the version in both tables: the records that the feeder parked, which are not in the log, and the
        // streams that a projector parked at or before this entry of the log.
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
