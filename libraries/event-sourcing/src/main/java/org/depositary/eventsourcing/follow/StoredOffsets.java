package org.depositary.eventsourcing.follow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Stores the offset of the next record of each partition, in a table with the columns {@code topic_id}, {@code part}
 * and {@code next_offset}. The offsets commit together with the rows, so after a database restore reading continues at
 * the right record.
 */
public final class StoredOffsets {

    private final String table;

    public StoredOffsets(String table) {
        this.table = table;
    }

    /** The stored offsets of these partitions. A partition that was never read is absent. */
    public Map<PartitionId, Long> next(Connection connection, Collection<PartitionId> partitions) throws SQLException {
        var sql = "SELECT next_offset FROM " + table + " WHERE topic_id = ? AND part = ?";
        var next = new HashMap<PartitionId, Long>();
        try (var select = connection.prepareStatement(sql)) {
            for (var partition : partitions) {
                select.setString(1, partition.topicId());
                select.setInt(2, partition.number());
                var row = select.executeQuery();
                if (row.next()) {
                    next.put(partition, row.getLong(1));
                }
            }
        }
        return next;
    }

    /**
     * Stores that the record with this offset is done. Must run in the transaction that stores the record, before the
     * record is stored.
     *
     * @return false if another process has stored this record since it got the partition; the caller must not store it
     *     again, because that would overwrite later records
     */
    public boolean advance(Connection connection, PartitionId partition, long offset) throws SQLException {
        var sql = "INSERT INTO " + table + """
                 AS stored (topic_id, part, next_offset) VALUES (?, ?, ?)
                ON CONFLICT (topic_id, part) DO UPDATE SET next_offset = excluded.next_offset
                WHERE stored.next_offset < excluded.next_offset
                """;
        try (var upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, partition.topicId());
            upsert.setInt(2, partition.number());
            upsert.setLong(3, offset + 1);
            return upsert.executeUpdate() == 1;
        }
    }
}
