package org.depositary.gateway.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.depositary.gateway.search.SearchTokens;

/** Writes the tables {@code text_chunk}, {@code passage} and {@code passage_dictionary}. */
@ApplicationScoped
class TextTableWriter {

    void delete(Connection connection, String document, int chunk) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM text_chunk WHERE document = ? AND chunk = ?")) {
            delete.setString(1, document);
            delete.setInt(2, chunk);
            delete.executeUpdate();
        }
    }

    void replace(Connection connection, PublishedTextChunk chunk) throws SQLException {
        delete(connection, chunk.document(), chunk.chunk());
        insert(connection, chunk);
        insertPassages(connection, chunk);
        addDictionaries(connection, chunk);
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
                    (document, chunk, ordinal, anchor, kind, start, "end", language, page, text, dictionary, words)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, t.dictionary, search_vector(t.dictionary, t.words)
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
        var text = chunk.textOf(passage);
        insert.setString(10, text);
        insert.setString(11, SearchDictionary.of(passage.language()));
        insert.setArray(
                12, connection.createArrayOf("text", SearchTokens.words(text).toArray()));
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
