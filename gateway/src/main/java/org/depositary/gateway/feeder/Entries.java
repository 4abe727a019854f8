package org.depositary.gateway.feeder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.depositary.gateway.feeder.StreamIntake.Entry;

/** Writes entries at the end of the log. */
final class Entries {

    private record Numbered(long seq, OffsetDateTime latest, Entry entry) {
        PublishedEvent event() {
            return entry.event();
        }
    }

    private static final List<Function<Numbered, Object>> COLUMNS = List.of(
            Numbered::seq,
            Numbered::latest,
            each -> each.event().streamId(),
            each -> each.event().version(),
            each -> each.event().id(),
            each -> each.event().kind(),
            each -> each.event().type(),
            each -> each.event().recordedAt(),
            each -> Streams.literal(each.entry().facets().organizations()),
            each -> Streams.literal(each.entry().facets().parties()),
            each -> each.entry().place().topicId(),
            each -> each.entry().place().partition(),
            each -> each.entry().place().offset(),
            each -> each.event().cloudEvent());

    private Entries() {}

    /** The head after them. */
    static LogHead append(Connection connection, LogHead before, List<Entry> entries) throws SQLException {
        var head = before;
        var rows = new ArrayList<Numbered>();
        for (var entry : entries) {
            head = head.with(entry.event().recordedAt());
            rows.add(new Numbered(head.seq(), head.latest(), entry));
        }
        if (!rows.isEmpty()) {
            insert(connection, head.epoch(), rows);
        }
        return head;
    }

    private static void insert(Connection connection, String epoch, List<Numbered> rows) throws SQLException {
        // One statement for the whole batch: a column travels as one array.
        var sql = """
                INSERT INTO change (epoch, seq, latest, stream_id, version, event_id, kind, type, recorded_at,
                                    organizations, parties, topic_id, part, off, cloudevent)
                SELECT ?, seq, latest, stream_id, version, event_id, kind, type, recorded_at,
                       organizations::text[], parties::text[], topic_id, part, off, cloudevent::jsonb
                FROM unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::int[], ?::uuid[], ?::text[], ?::text[],
                            ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::text[])
                     AS entry (seq, latest, stream_id, version, event_id, kind, type, recorded_at,
                               organizations, parties, topic_id, part, off, cloudevent)
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, epoch);
            int column = 2;
            for (var value : COLUMNS) {
                insert.setObject(
                        column++, rows.stream().map(value).map(String::valueOf).toArray(String[]::new));
            }
            insert.executeUpdate();
        }
    }
}
