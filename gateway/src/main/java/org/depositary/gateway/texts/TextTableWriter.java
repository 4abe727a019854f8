package org.depositary.gateway.texts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** Writes the tables {@code text_chunk}, {@code passage} and {@code passage_dictionary}. */
@ApplicationScoped
class TextTableWriter {

    /** The number of characters of a passage that are indexed. PostgreSQL limits the size of a tsvector. */
    private static final int INDEXED_CHARACTERS = 100_000;

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
                    (document, chunk, ordinal, anchor, kind, start, "end", language, page, page_label, box, repaired,
                     repairs, continued_in, text, dictionary, words)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, t.text, t.dictionary,
                       to_tsvector('simple', t.searched) || to_tsvector(t.dictionary::regconfig, t.searched)
                FROM (SELECT ?::text, left(?, ?), ?::text) t (text, searched, dictionary)
                """;
        try (var insert = connection.prepareStatement(sql)) {
            for (int ordinal = 0; ordinal < chunk.passages().size(); ordinal++) {
                set(insert, chunk, ordinal);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, PublishedTextChunk chunk, int ordinal) throws SQLException {
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
        insert.setString(15, chunk.textOf(passage));
        insert.setString(16, searched(chunk.textOf(passage), passage.repaired()));
        insert.setInt(17, INDEXED_CHARACTERS);
        insert.setString(18, SearchDictionary.of(passage.language()));
    }

    /** Jackson gives the JSON value null for a missing field. */
    private static String json(Optional<JsonNode> value) {
        return value.filter(node -> !node.isNull()).map(JsonNode::toString).orElse(null);
    }

    /** A search finds the words as printed and as repaired. */
    private static String searched(String text, Optional<String> repaired) {
        int half = INDEXED_CHARACTERS / 2;
        return repaired.map(other -> beginning(text, half) + "\n" + beginning(other, half))
                .orElse(text);
    }

    private static String beginning(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
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
