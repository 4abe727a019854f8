package org.depositary.gateway.exports.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.depositary.gateway.database.ClientsDatabase;
import org.depositary.gateway.exports.formats.ExportFormat;
import org.depositary.gateway.exports.kept.KeptExport.KeptDelta;
import org.depositary.gateway.exports.kept.KeptExport.KeptFile;

/** Reads the manifest of kept exports. */
@ApplicationScoped
class KeptExportReads {

    private static final String ALL = """
            SELECT e.*, f.name AS file_name, f.sha256, f.size, f.rows,
                   d.name AS delta_name, d.sha256 AS delta_sha256, d.size AS delta_size, d.rows AS delta_rows
            FROM kept_export e
            LEFT JOIN kept_file f ON f.export = e.id AND NOT f.is_delta
            LEFT JOIN kept_file d ON d.export = e.id AND d.is_delta
            """;

    private static final String PAGE = ALL + "WHERE e.number < ? ORDER BY e.number DESC LIMIT ?";
    private static final String ONE = ALL + "WHERE e.id = ?";

    record Numbered(long number, KeptExport export) {}

    private final ClientsDatabase database;

    KeptExportReads(ClientsDatabase database) {
        this.database = database;
    }

    /** The newest exports with numbers below {@code before}. */
    List<Numbered> rows(long before, int most) throws SQLException {
        return database.transaction(connection -> {
            try (var select = connection.prepareStatement(PAGE)) {
                select.setLong(1, before);
                select.setInt(2, most);
                return exports(select);
            }
        });
    }

    Optional<KeptExport> find(UUID id) throws SQLException {
        return database.transaction(connection -> {
            try (var select = connection.prepareStatement(ONE)) {
                select.setObject(1, id);
                return exports(select).stream().map(Numbered::export).findFirst();
            }
        });
    }

    private static List<Numbered> exports(PreparedStatement select) throws SQLException {
        var exports = new ArrayList<Numbered>();
        var rows = select.executeQuery();
        while (rows.next()) {
            exports.add(new Numbered(rows.getLong("number"), export(rows)));
        }
        return exports;
    }

    private static KeptExport export(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new KeptExport(
                id,
                KeptExport.url(id),
                row.getString("status"),
                row.getString("kind"),
                row.getString("format"),
                row.getString("title"),
                instant(row, "known_at").orElseThrow(),
                row.getString("on_day"),
                row.getString("license"),
                instant(row, "requested_at").orElseThrow(),
                instant(row, "kept_at"),
                file(row, id, "file_name", ""),
                delta(row, id),
                Optional.ofNullable(row.getString("problem")));
    }

    private static Optional<KeptDelta> delta(ResultSet row, UUID id) throws SQLException {
        var previous = row.getObject("previous", UUID.class);
        return file(row, id, "delta_name", "delta_").map(file -> new KeptDelta(KeptExport.url(previous), file));
    }

    private static Optional<KeptFile> file(ResultSet row, UUID id, String name, String prefix) throws SQLException {
        if (row.getString(name) == null) {
            return Optional.empty();
        }
        var file = new StoredFile(
                id,
                row.getString(name),
                !prefix.isEmpty(),
                row.getBytes(prefix + "sha256"),
                row.getLong(prefix + "size"),
                row.getLong(prefix + "rows"));
        var mediaType =
                ExportFormat.named(row.getString("format")).orElseThrow().mediaType();
        return Optional.of(new KeptFile(file.url(), mediaType, file.size(), file.rows(), file.hexadecimal()));
    }

    private static Optional<String> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(at -> at.toInstant().toString());
    }
}
