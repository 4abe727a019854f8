package org.depositary.gateway.feeder;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.depositary.eventsourcing.follow.PartitionId;

/**
 * Reads and writes the offset of the next record of each partition. The offsets commit together with the log, so they
 * always match it.
 */
final class FeederOffsets {

    /** A change of a stored offset from one value to another. */
    record Move(long from, long to) {}

    private FeederOffsets() {}

    /** The offset of the next record of each partition. It is 0 for a partition that was never read. */
    static Map<PartitionId, Long> next(Connection connection, Collection<PartitionId> partitions) throws SQLException {
        // A sub-select and not a join, as in {@code StreamHeadTable}: so each key is looked up by the index.
        var sql = """
                SELECT asked.topic, asked.number, coalesce(
                           (SELECT next_offset FROM feeder_offset WHERE topic_id = asked.topic AND part = asked.number), 0)
                FROM unnest(?::text[], ?::int[]) AS asked (topic, number)
                """;
        var next = new HashMap<PartitionId, Long>();
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, partitions.stream().map(PartitionId::topicId).toArray(String[]::new));
            select.setObject(
                    2, partitions.stream().mapToInt(PartitionId::number).toArray());
            var rows = select.executeQuery();
            while (rows.next()) {
                next.put(new PartitionId(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return next;
    }

    /**
     * Changes each offset only if it still has its old value. Otherwise another feeder has changed it, and a
     * serialization failure is thrown.
     */
    static void move(Connection connection, Map<PartitionId, Move> moves) throws SQLException {
        var sql = """
                INSERT INTO feeder_offset AS f (topic_id, part, next_offset) VALUES (?, ?, ?)
                ON CONFLICT (topic_id, part) DO UPDATE SET next_offset = excluded.next_offset WHERE f.next_offset = ?
                """;
        try (var upsert = connection.prepareStatement(sql)) {
            for (var move : moves.entrySet()) {
                upsert.setString(1, move.getKey().topicId());
                upsert.setInt(2, move.getKey().number());
                upsert.setLong(3, move.getValue().to());
                upsert.setLong(4, move.getValue().from());
                upsert.addBatch();
            }
            if (Arrays.stream(upsert.executeBatch()).anyMatch(moved -> moved != 1)) {
                throw new SQLException("Another feeder has moved one of " + moves.keySet(), "40001");
            }
        }
    }
}
