package org.depositary.gateway.exports.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.database.ClientsDatabase;

/** Stores requests for kept exports. */
@ApplicationScoped
class KeptExportTable {

    private static final int MOST_WAITING = 20;

    private static final String INSERT = """
            INSERT INTO kept_export (id, kind, format, title, known_at, on_day, position, license, made_by,
                                     idempotency_key, request_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (made_by, idempotency_key) DO NOTHING
            """;

    /** @param isNew false if the same request was stored before */
    record Stored(UUID id, boolean isNew) {}

    private final ClientsDatabase database;

    KeptExportTable(ClientsDatabase database) {
        this.database = database;
    }

    /** @throws Problem if too many exports are waiting, or if the key was used for another request */
    Stored store(KeptExportRequest request) throws SQLException {
        return database.transaction(connection -> {
            requireFewWaiting(connection);
            var id = UUID.randomUUID();
            return insert(connection, id, request)
                    ? new Stored(id, true)
                    : new Stored(earlier(connection, request), false);
        });
    }

    private static void requireFewWaiting(Connection connection) throws SQLException {
        var sql = "SELECT count(*) FROM kept_export WHERE status = 'making'";
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            row.next();
            if (row.getInt(1) >= MOST_WAITING) {
                throw Problem.of(
                        ProblemType.RATE_LIMITED,
                        "%d exports are waiting to be made. Retry after Retry-After".formatted(MOST_WAITING));
            }
        }
    }

    private static boolean insert(Connection connection, UUID id, KeptExportRequest request) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, request.kind());
            insert.setString(3, request.format());
            insert.setString(4, request.title());
            insert.setObject(5, request.knownAt().atOffset(ZoneOffset.UTC));
            insert.setObject(6, request.day());
            insert.setString(7, request.position());
            insert.setString(8, request.license());
            insert.setString(9, request.madeBy());
            insert.setString(10, request.idempotencyKey().orElse(null));
            insert.setString(11, request.hash());
            return insert.executeUpdate() == 1;
        }
    }

    private static UUID earlier(Connection connection, KeptExportRequest request) throws SQLException {
        var sql = "SELECT id, request_hash FROM kept_export WHERE made_by = ? AND idempotency_key = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, request.madeBy());
            select.setString(2, request.idempotencyKey().orElseThrow());
            var row = select.executeQuery();
            row.next();
            if (!row.getString(2).equals(request.hash())) {
                throw Problem.of(ProblemType.KEY_REUSED, "The key belongs to another request");
            }
            return row.getObject(1, UUID.class);
        }
    }

    /** The latest kept export of this kind and format. */
    static Optional<PreviousExport> previous(Connection connection, String kind, String format) throws SQLException {
        var sql = """
                SELECT id, position, known_at, generation FROM kept_export
                WHERE kind = ? AND format = ? AND status = 'kept' ORDER BY number DESC LIMIT 1
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, kind);
            select.setString(2, format);
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new PreviousExport(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getInt(4)))
                    : Optional.empty();
        }
    }
}
