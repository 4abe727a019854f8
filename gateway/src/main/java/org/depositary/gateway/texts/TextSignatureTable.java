package org.depositary.gateway.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the table {@code text_signature}: one row for each text whose chunks are all stored. */
@ApplicationScoped
class TextSignatureTable {

    void delete(Connection connection, String document) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM text_signature WHERE document = ?")) {
            delete.setString(1, document);
            delete.executeUpdate();
        }
    }

    /** Computes the signature of a text. Deletes it if chunks are missing or belong to another extraction. */
    void update(Connection connection, String document) throws SQLException {
        delete(connection, document);
        if (isComplete(connection, document)) {
            insert(connection, document, signature(connection, document));
        }
    }

    /** Returns documents with a text and without a signature of the current method. */
    List<String> missing(Connection connection, String after, int limit) throws SQLException {
        var sql = """
                SELECT text.document FROM text_chunk text
                WHERE text.chunk = 0 AND text.document > ? AND NOT EXISTS (
                    SELECT FROM text_signature known WHERE known.document = text.document AND known.method = ?)
                ORDER BY text.document LIMIT ?
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, after);
            select.setInt(2, TextSignature.METHOD);
            select.setInt(3, limit);
            var rows = select.executeQuery();
            var documents = new ArrayList<String>();
            while (rows.next()) {
                documents.add(rows.getString(1));
            }
            return documents;
        }
    }

    /**
     * Locks the first chunk of a text until the transaction ends. False if the chunk was deleted or replaced in the
     * meantime: its writer then updates the signature.
     */
    boolean lock(Connection connection, String document) throws SQLException {
        var sql = "SELECT FROM text_chunk WHERE document = ? AND chunk = 0 FOR UPDATE";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, document);
            return select.executeQuery().next();
        }
    }

    /** Whether all chunks of the extraction of the first chunk are stored. Later chunks may be of an older text. */
    private static boolean isComplete(Connection connection, String document) throws SQLException {
        var sql = """
                SELECT count(*) = min(first.chunks)
                FROM text_chunk first JOIN text_chunk part
                    ON part.document = first.document AND part.extraction = first.extraction AND part.chunk < first.chunks
                WHERE first.document = ? AND first.chunk = 0
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, document);
            var row = select.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    private static TextSignature signature(Connection connection, String document) throws SQLException {
        var sql = """
                SELECT part.text FROM text_chunk first JOIN text_chunk part
                    ON part.document = first.document AND part.extraction = first.extraction AND part.chunk < first.chunks
                WHERE first.document = ? AND first.chunk = 0 ORDER BY part.chunk
                """;
        try (var select = connection.prepareStatement(sql)) {
            // Long texts have many chunks, which need not be in memory together.
            select.setFetchSize(4);
            select.setString(1, document);
            var chunks = select.executeQuery();
            var signature = new TextSignatureBuilder();
            while (chunks.next()) {
                signature.add(chunks.getString(1));
            }
            return signature.build();
        }
    }

    private static void insert(Connection connection, String document, TextSignature signature) throws SQLException {
        // Another gateway may compute the same signature at the same time.
        var sql = """
                INSERT INTO text_signature (document, method, text_hash, minhash, bands) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (document) DO UPDATE
                SET method = excluded.method, text_hash = excluded.text_hash, minhash = excluded.minhash,
                    bands = excluded.bands
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, document);
            insert.setInt(2, TextSignature.METHOD);
            insert.setBytes(3, signature.textHash());
            insert.setArray(4, connection.createArrayOf("int4", boxed(signature.minHash())));
            insert.setArray(5, connection.createArrayOf("int4", boxed(signature.bands())));
            insert.executeUpdate();
        }
    }

    private static Object[] boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray();
    }
}
