package org.depositary.gateway.texts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.search.SearchTokens;

/** Writes the tables {@code text_chunk}, {@code passage}, {@code passage_dictionary} and {@code text_signature}. */
@ApplicationScoped
class TextTableWriter {

    private final TextSignatureTable signatures;

    TextTableWriter(TextSignatureTable signatures) {
        this.signatures = signatures;
    }

    void delete(Connection connection, String document, int chunk) throws SQLException {
        deleteChunk(connection, document, chunk);
        signatures.update(connection, document);
    }

    private static void deleteChunk(Connection connection, String document, int chunk) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM text_chunk WHERE document = ? AND chunk = ?")) {
            delete.setString(1, document);
            delete.setInt(2, chunk);
            delete.executeUpdate();
        }
    }

    void replace(Connection connection, PublishedTextChunk chunk) throws SQLException {
        deleteChunk(connection, chunk.document(), chunk.chunk());
        insert(connection, chunk);
        insertPassages(connection, chunk);
        addDictionaries(connection, chunk);
        markCitations(connection, chunk.document());
        signatures.update(connection, chunk.document());
    }

    /** Marks the citations of a document, because their quotes may be in other passages of its new text. */
    private static void markCitations(Connection connection, String document) throws SQLException {
        var sql = "UPDATE citation_place SET pending = true WHERE document = ? AND NOT pending";
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, document);
            update.executeUpdate();
        }
    }

    private static void insert(Connection connection, PublishedTextChunk chunk) throws SQLException {
        var sql = "INSERT INTO text_chunk (document, chunk, chunks, extraction, start, text) VALUES (?, ?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, chunk.document());
            insert.setInt(2, chunk.chunk());
            insert.setInt(3, chunk.chunks());
            insert.setInt(4, chunk.extraction());
            insert.setInt(5, chunk.start());
            insert.setString(6, chunk.text());
            insert.executeUpdate();
        }
    }

    private static void insertPassages(Connection connection, PublishedTextChunk chunk) throws SQLException {
        var sql = """
                INSERT INTO passage
                    (document, chunk, ordinal, anchor, kind, start, "end", language, page, page_label, box, repaired,
                     repairs, continued_in, text, dictionary, words)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, t.dictionary,
                       search_vector(t.dictionary, t.words)
                FROM (SELECT ?::text, ?::text[]) t (dictionary, words)
                """;
        try (var insert = connection.prepareStatement(sql)) {
            for (int ordinal = 0; ordinal < chunk.passages().size(); ordinal++) {
                set(connection, insert, chunk, ordinal);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(Connection connection, PreparedStatement insert, PublishedTextChunk chunk, int ordinal)
            throws SQLException {
        var passage = chunk.passages().get(ordinal);
        insert.setString(1, chunk.document());
        insert.setInt(2, chunk.chunk());
        insert.setInt(3, ordinal);
        insert.setString(4, passage.anchor());
        insert.setString(5, passage.kind());
        insert.setInt(6, passage.start());
        insert.setInt(7, passage.end());
        insert.setString(8, passage.language().orElse(null));
        insert.setObject(9, passage.page().orElse(null), Types.INTEGER);
        insert.setString(10, passage.pageLabel().orElse(null));
        insert.setString(11, json(passage.box()));
        insert.setString(12, passage.repaired().orElse(null));
        insert.setString(13, json(passage.repairs()));
        insert.setString(14, passage.continuedIn().orElse(null));
        var text = chunk.textOf(passage);
        insert.setString(15, text);
        insert.setString(16, SearchDictionary.of(passage.language()));
        var words = SearchTokens.words(text, passage.repaired());
        insert.setArray(17, connection.createArrayOf("text", words.toArray()));
    }

    /** An absent JSON field is read as JSON's null. */
    private static String json(Optional<JsonNode> field) {
        return field.filter(value -> !value.isNull()).map(JsonNode::toString).orElse(null);
    }

    private static void addDictionaries(Connection connection, PublishedTextChunk chunk) throws SQLException {
        List<String> dictionaries = chunk.passages().stream()
                .map(PublishedTextChunk.Location::language)
                .map(SearchDictionary::of)
                .distinct()
                .toList();
        var sql = "INSERT INTO passage_dictionary SELECT unnest(?::text[]) ON CONFLICT DO NOTHING";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("text", dictionaries.toArray()));
            insert.executeUpdate();
        }
    }
}
