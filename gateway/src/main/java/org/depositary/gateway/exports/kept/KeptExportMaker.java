package org.depositary.gateway.exports.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.database.ClientsDatabase;
import org.depositary.gateway.exports.Export;
import org.depositary.gateway.exports.ExportKinds;
import org.depositary.gateway.exports.ExportRequests;
import org.depositary.gateway.exports.ExportRequests.ExportRequest;
import org.depositary.gateway.exports.ExportSettings;
import org.depositary.gateway.exports.ExportWriter;
import org.depositary.gateway.exports.PointInRegister;
import org.depositary.gateway.exports.formats.ExportFormat;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.ReadModelGeneration;
import org.depositary.gateway.read.LanguagePreference;

/**
 * Makes a requested export and its delta. All its rows are written in one transaction, so a process that is killed leaves
 * nothing half made, and the next one makes the export again.
 */
@ApplicationScoped
class KeptExportMaker {

    private static final String LOCK = """
            SELECT kind, format, known_at, position FROM kept_export
            WHERE id = ? AND status = 'making' FOR UPDATE SKIP LOCKED
            """;

    private static final String KEEP = """
            UPDATE kept_export
            SET status = 'kept', kept_at = clock_timestamp(), position = ?, generation = ?, previous = ? WHERE id = ?
            """;

    /** An export that is being made. */
    private record Making(UUID id, String kind, ExportFormat format, Instant knownAt, String position) {}

    private final ClientsDatabase database;
    private final ExportKinds kinds;
    private final ExportRequests requests;
    private final ExportWriter writer;
    private final ExportSettings settings;

    KeptExportMaker(
            ClientsDatabase database,
            ExportKinds kinds,
            ExportRequests requests,
            ExportWriter writer,
            ExportSettings settings) {
        this.database = database;
        this.kinds = kinds;
        this.requests = requests;
        this.writer = writer;
        this.settings = settings;
    }

    /** Makes the export, unless it is made already or another gateway is making it. */
    void make(UUID id) throws SQLException, IOException {
        try {
            database.transaction(connection -> {
                var making = lock(connection, id);
                if (making.isPresent()) {
                    make(connection, making.get());
                }
                return true;
            });
        } catch (WriteFailure failure) {
            throw failure.cause;
        }
    }

    /** Carries a failure to write out of the transaction, so that it rolls back. */
    private static final class WriteFailure extends RuntimeException {

        private final transient IOException cause;

        WriteFailure(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private static Optional<Making> lock(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement(LOCK)) {
            select.setObject(1, id);
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new Making(
                            id,
                            row.getString(1),
                            ExportFormat.named(row.getString(2)).orElseThrow(),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4)))
                    : Optional.empty();
        }
    }

    private void make(Connection connection, Making making) throws SQLException {
        var export = find(making, Optional.empty());
        write(connection, making, export);
        var previous = KeptExportTable.previous(
                connection, making.kind(), making.format().extension());
        var delta = previous.isPresent() ? delta(making, previous.get()) : Optional.<Export>empty();
        if (delta.isPresent()) {
            write(connection, making, delta.get());
        }
        keep(connection, making, export, delta.flatMap(exact -> previous.map(PreviousExport::id)));
    }

    /**
     * The delta from the previous export. Empty if it would not be exact: after a change of the code that wrote the rows,
     * or of the log to which the cursors belong.
     */
    private Optional<Export> delta(Making making, PreviousExport previous) {
        if (previous.generation() != ReadModelGeneration.VERSION
                || previous.knownAt().isAfter(making.knownAt())) {
            return Optional.empty();
        }
        try {
            return Optional.of(find(making, Optional.of(previous)));
        } catch (Problem problem) {
            if (problem.type() == ProblemType.UNKNOWN_CURSOR) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private static PointInRegister point(String position, Instant knownAt) {
        return new PointInRegister(Cursor.parse(position), Optional.of(knownAt));
    }

    /** The day follows from the instants, as in a request for the same export that is not kept. */
    private Export find(Making making, Optional<PreviousExport> previous) {
        try {
            return requests.find(new ExportRequest(
                            kinds.named(making.kind()).orElseThrow(),
                            making.format(),
                            point(making.position(), making.knownAt()),
                            previous.map(before -> point(before.position(), before.knownAt())),
                            Optional.empty(),
                            LanguagePreference.ENGLISH,
                            false))
                    .export();
        } catch (SQLException failure) {
            throw new WriteFailure(new IOException(failure));
        }
    }

    private void write(Connection connection, Making making, Export export) throws SQLException {
        var output = new PartsOutput(connection, making.id(), export.file(), settings.largestKept());
        try {
            long rows = writer.write(export, output);
            output.finish(export.since().isPresent(), rows);
        } catch (IOException failure) {
            throw new WriteFailure(failure);
        }
    }

    private static void keep(Connection connection, Making making, Export export, Optional<UUID> previous)
            throws SQLException {
        try (var update = connection.prepareStatement(KEEP)) {
            update.setString(1, export.asOf().position().orElseThrow().toString());
            update.setInt(2, ReadModelGeneration.VERSION);
            update.setObject(3, previous.orElse(null));
            update.setObject(4, making.id());
            update.executeUpdate();
        }
    }
}
