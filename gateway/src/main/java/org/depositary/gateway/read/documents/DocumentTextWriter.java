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

    public void write(DocumentText text, OutputStream to) throws IOException {
        for (int chunk = 0; chunk < text.chunks(); chunk++) {
            to.write(part(text, chunk).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String part(DocumentText text, int chunk) throws IOException {
        try {
            return database.snapshot(connection -> part(connection, text, chunk));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static String part(Connection connection, DocumentText text, int chunk) throws SQLException {
        var sql = "SELECT text FROM text_chunk WHERE document = ? AND chunk = ? AND extraction = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, text.document());
            select.setInt(2, chunk);
            select.setInt(3, text.extraction());
            var row = select.executeQuery();
            if (!row.next()) {
                throw new SQLException(
                        "The text of %s was replaced or erased during this response".formatted(text.document()));
            }
            return row.getString(1);
        }
    }
}
