package org.depositary.gateway.read.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.depositary.gateway.database.GatewayDatabase;

/**
 * Writes the text of a document part by part. The whole text is never in memory, and no transaction is open while the
 * client receives a part.
 */
@ApplicationScoped
public class DocumentTextWriter {

    private final GatewayDatabase database;

    DocumentTextWriter(GatewayDatabase database) {
        this.database = database;
    }

    public void write(DocumentText text, TextLayer layer, OutputStream to) throws IOException {
        for (int chunk = 0; chunk < text.chunks(); chunk++) {
            to.write(part(text, layer, chunk).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String part(DocumentText text, TextLayer layer, int chunk) throws IOException {
        try {
            return database.snapshot(connection -> part(connection, text, layer, chunk));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static String part(Connection connection, DocumentText text, TextLayer layer, int chunk)
            throws SQLException {
        var sql = "SELECT text, start FROM text_chunk WHERE document = ? AND chunk = ? AND extraction = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, text.document());
            select.setInt(2, chunk);
            select.setInt(3, text.extraction());
            var row = select.executeQuery();
            if (!row.next()) {
                throw new SQLException(
                        "The text of %s was replaced or erased during this response".formatted(text.document()));
            }
            return layer == TextLayer.EXTRACTED
                    ? row.getString(1)
                    : repaired(connection, text.document(), chunk, row.getString(1), row.getInt(2));
        }
    }

    /** Replaces each passage that has repairs. The text between the passages stays. */
    private static String repaired(Connection connection, String document, int chunk, String part, int start)
            throws SQLException {
        var sql = """
                SELECT start, "end", repaired FROM passage
                WHERE document = ? AND chunk = ? AND repaired IS NOT NULL ORDER BY ordinal
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, document);
            select.setInt(2, chunk);
            var row = select.executeQuery();
            var repaired = new StringBuilder();
            int at = 0;
            int codePoint = start;
            while (row.next()) {
                int from = part.offsetByCodePoints(at, row.getInt(1) - codePoint);
                repaired.append(part, at, from).append(row.getString(3));
                at = part.offsetByCodePoints(from, row.getInt(2) - row.getInt(1));
                codePoint = row.getInt(2);
            }
            return repaired.append(part, at, part.length()).toString();
        }
    }
}
