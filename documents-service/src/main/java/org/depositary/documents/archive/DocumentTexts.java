package org.depositary.documents.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.documents.extraction.passage.Passage;

/** The texts of documents, and which of them are still to be published. */
@ApplicationScoped
public class DocumentTexts {

    /** A text as it was read, and under which conditions it is published now. */
    public record Text(int extraction, String rights, String text, List<Passage> passages) {}

    /**
     * A text that is to be published.
     *
     * @param chunks how many of its chunks may stand in the topic
     * @param reason tells this request to publish from a later one
     */
    public record Publication(String document, int chunks, long reason) {}

    private static final TypeReference<List<Passage>> PASSAGES = new TypeReference<>() {};

    private final ObjectMapper mapper;

    DocumentTexts(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Keeps a text that was read, and has it published. */
    public void keep(Connection connection, String document, int extraction, String text, List<Passage> passages) {
        DocumentSql.update(
                connection,
                "INSERT INTO document_text (document, extraction, text, passages) VALUES (?, ?, ?, ?::jsonb)",
                document,
                extraction,
                text,
                json(passages));
        DocumentSql.update(connection, """
                INSERT INTO text_publication (document, pending) VALUES (?, nextval('text_publication_reason'))
                ON CONFLICT (document) DO UPDATE SET pending = excluded.pending
                """, document);
    }

    /** Has what was published of the document published again, as it stands then. */
    public static void republish(Connection connection, String document) {
        DocumentSql.update(
                connection,
                "UPDATE text_publication SET pending = nextval('text_publication_reason') WHERE document = ?",
                document);
    }

    /** Has every text published again: for a topic that was lost. */
    public static int republishAll(Connection connection) {
        return DocumentSql.update(
                connection, "UPDATE text_publication SET pending = nextval('text_publication_reason')");
    }

    /** What is to be published next, if anything. */
    public static Optional<Publication> nextToPublish(Connection connection) throws SQLException {
        var sql = "SELECT document, chunks, pending FROM text_publication WHERE pending IS NOT NULL"
                + " ORDER BY pending LIMIT 1";
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new Publication(row.getString(1), row.getInt(2), row.getLong(3)))
                    : Optional.empty();
        }
    }

    /** From now on so many chunks may stand in the topic; said before the first is sent. */
    public static void publishing(Connection connection, Publication publication, int chunks) {
        DocumentSql.update(
                connection,
                "UPDATE text_publication SET chunks = greatest(chunks, ?) WHERE document = ?",
                chunks,
                publication.document());
    }

    /** It has been published, unless there is a new reason to. */
    public static void published(Connection connection, Publication publication) {
        DocumentSql.update(
                connection,
                "UPDATE text_publication SET pending = NULL WHERE document = ? AND pending = ?",
                publication.document(),
                publication.reason());
    }

    /** The last text that was read; empty when there is none, or none any more. */
    public Optional<Text> current(Connection connection, String document) throws SQLException {
        var sql = """
                SELECT t.extraction, d.rights, t.text, t.passages
                FROM document_text t JOIN document d ON d.id = t.document
                WHERE t.document = ? ORDER BY t.extraction DESC LIMIT 1
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, document);
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(
                            new Text(row.getInt(1), row.getString(2), row.getString(3), passages(row.getString(4))))
                    : Optional.empty();
        }
    }

    private String json(List<Passage> passages) {
        try {
            return mapper.writeValueAsString(passages);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Passage> passages(String json) {
        try {
            return mapper.readValue(json, PASSAGES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
