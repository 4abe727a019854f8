package org.depositary.gateway.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.exports.formats.ExportRow;
import org.depositary.gateway.exports.formats.ExportRow.Delta;
import org.depositary.gateway.log.RecordedChangeReader;
import org.depositary.gateway.log.RecordedChangeReader.LogPart;
import org.depositary.gateway.log.RecordedChangeReader.RecordedChange;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.lists.PagesAhead;
import org.depositary.gateway.read.lists.PagesAhead.Page;

/** The changes of the log, in its order, each as a CloudEvent with its cursor. They are copied, not parsed. */
@ApplicationScoped
class ChangesSource implements ExportSource {

    private static final int PAGE = 4000;

    private final GatewayDatabase database;
    private final RecordedChangeReader log;

    ChangesSource(GatewayDatabase database, RecordedChangeReader log) {
        this.database = database;
        this.log = log;
    }

    @Override
    public Iterator<ExportRow> rows(AsOfPoint asOf) {
        return new PagesAhead<>(after -> page(after, part(asOf), LogPart.NONE, Optional.empty()));
    }

    /** A log only grows, so every difference is an added change. The cost follows the number of these. */
    @Override
    public Iterator<ExportRow> differences(AsOfPoint before, AsOfPoint after) {
        return new PagesAhead<>(key -> page(key, part(after), part(before), Optional.of(Delta.ADDED)));
    }

    private static LogPart part(AsOfPoint asOf) {
        return new LogPart(
                asOf.position().orElseThrow().seq(),
                asOf.recorded().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX));
    }

    private Page<ExportRow> page(List<String> after, LogPart part, LogPart without, Optional<Delta> delta)
            throws IOException {
        try {
            var changes = database.snapshot(connection -> {
                long start = after.isEmpty() ? log.start(connection, without) : Long.parseLong(after.getFirst());
                return log.read(connection, start, part, without, PAGE);
            });
            var rows = changes.stream().map(change -> row(change, delta)).toList();
            boolean isLast = rows.size() < PAGE;
            return new Page<>(
                    rows, isLast ? Optional.empty() : Optional.of(rows.getLast().key()));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static ExportRow row(RecordedChange change, Optional<Delta> delta) {
        var cursor = ("{\"cursor\": \"" + change.cursor() + "\", ").getBytes(StandardCharsets.US_ASCII);
        var event = change.cloudEvent();
        var json = new byte[cursor.length + event.length - 1];
        System.arraycopy(cursor, 0, json, 0, cursor.length);
        System.arraycopy(event, 1, json, cursor.length, event.length - 1);
        return new ExportRow(List.of(Long.toString(change.cursor().seq())), json, delta);
    }
}
