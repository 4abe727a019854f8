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
    public record StoredText(int extraction, String rights, String text, List<Passage> passages) {}

    /**
     * A text that is to be published.
     *
     * @param chunks how many of its chunks may stand in the topic
     * @param reason tells this request to publish from a later one
     */
    public record PendingPublication(String document, int chunks, long reason) {}

    private static final TypeReference<List<Passage>> PASSAGES = new TypeReference<>() {};

    private final StoredDocuments documents;
    private final ObjectMapper mapper;

    DocumentTexts(StoredDocuments documents, ObjectMapper mapper) {
        this.documents = documents;
        this.mapper = mapper;
    }

    /** Keeps a text that was read, and has it published. */
    public void store(Connection connection, String document, int extraction, String text, List<Passage> passages) {
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
    public static Optional<PendingPublication> nextToPublish(Connection connection) throws SQLException {
        var sql = "SELECT document, chunks, pending FROM text_publication WHERE pending IS NOT NULL"
                + " ORDER BY pending LIMIT 1";
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new PendingPublication(row.getString(1), row.getInt(2), row.getLong(3)))
                    : Optional.empty();
        }
    }

    /** From now on so many chunks may stand in the topic; said before the first is sent. */
    public static void beginPublication(Connection connection, PendingPublication publication, int chunks) {
        DocumentSql.update(
                connection,
                "UPDATE text_publication SET chunks = greatest(chunks, ?) WHERE document = ?",
                chunks,
                publication.document());
    }

    /** It has been published, unless there is a new reason to. */
    public static void endPublication(Connection connection, PendingPublication publication) {
        DocumentSql.update(
                connection,
                "UPDATE text_publication SET pending = NULL WHERE document = ? AND pending = ?",
                publication.document(),
                publication.reason());
    }

    /** The last text that was read; empty when there is none, or none any more. */
    public Optional<StoredText> latest(Connection connection, String document) throws SQLException {
        var sql = """
                SELECT extraction, text, passages FROM document_text
                WHERE document = ? ORDER BY extraction DESC LIMIT 1
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, document);
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(
                            new StoredText(row.getInt(1), documents.rights(connection, document), row.getString(2), passages(row.getString(3))))
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
