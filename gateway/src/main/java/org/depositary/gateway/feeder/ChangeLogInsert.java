package org.depositary.gateway.feeder;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.depositary.gateway.database.CopyWriter;
import org.depositary.gateway.feeder.StreamIntake.Entry;
import org.depositary.gateway.log.LogHead;

final class ChangeLogInsert {

    private static final List<String> COLUMNS = List.of(
            "seq",
            "epoch",
            "latest",
            "stream_id",
            "version",
            "event_id",
            "kind",
            "type",
            "recorded_at",
            "organizations",
            "parties",
            "topic_id",
            "part",
            "off",
            "cloudevent");

    private ChangeLogInsert() {}

    /** Inserts the entries and returns the head of the log after them. */
    static LogHead append(Connection connection, LogHead before, List<Entry> entries) throws SQLException {
        var head = before;
        if (!entries.isEmpty()) {
            try (var copy = CopyWriter.open(connection, "change", COLUMNS)) {
                for (var entry : entries) {
                    head = head.with(entry.event().recordedAt());
                    copy.add(row(head, entry));
                }
                copy.finish();
            }
        }
        return head;
    }

    private static List<Object> row(LogHead head, Entry entry) {
        var event = entry.event();
        return List.of(
                head.seq(),
                head.epoch(),
                head.latest(),
                event.streamId(),
                event.version(),
                event.id(),
                event.kind(),
                event.type(),
                event.recordedAt(),
                entry.facets().organizations(),
                entry.facets().parties(),
                entry.place().topicId(),
                entry.place().partition(),
                entry.place().offset(),
                event.cloudEvent());
    }
}
