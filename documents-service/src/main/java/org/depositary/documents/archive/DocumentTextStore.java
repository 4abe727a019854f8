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

/** Stores the extracted texts of documents, and the queue of texts to publish, in the database. */
@ApplicationScoped
public class DocumentTextStore {

    /** An extracted text with the present rights of its document. */
    public record StoredText(int extraction, String rights, String text, List<Passage> passages) {}

    /**
     * A text that waits for publication.
     *
     * @param chunks the maximum number of its chunks in the topic
     * @param reason distinguishes this request to publish from a later one
     */
    public record PendingPublication(String document, int chunks, long reason) {}

    private static final TypeReference<List<Passage>> PASSAGES = new TypeReference<>() {};

    private final StoredDocumentRepository documents;
    private final ObjectMapper mapper;

    DocumentTextStore(StoredDocumentRepository documents, ObjectMapper mapper) {
        this.documents = documents;
        this.mapper = mapper;
    }

    public void store(Connection connection, String document, int extraction, String text, List<Passage> passages) {
        SqlUpdateExecutor.update(
                connection,
                "INSERT INTO document_text (document, extraction, text, passages) VALUES (?, ?, ?, ?::jsonb)",
                document,
                extraction,
                text,
                json(passages));
        SqlUpdateExecutor.update(connection, """
                INSERT INTO text_publication (document, pending) VALUES (?, nextval('text_publication_reason'))
                ON CONFLICT (document) DO UPDATE SET pending = excluded.pending
                """, document);
    }

    /**
     * Adds the text of the document to the publication queue, if the document ever had a text. After a takedown this
     * deletes the text from the topic.
     */
    public static void republish(Connection connection, String document) {
        SqlUpdateExecutor.update(
                connection,
                "UPDATE text_publication SET pending = nextval('text_publication_reason') WHERE document = ?",
                document);
    }

    /**
     * Adds every text to the publication queue and returns their number. Operators need this after the topic was
     * lost.
     */
    public static int republishAll(Connection connection) {
        return SqlUpdateExecutor.update(
                connection, "UPDATE text_publication SET pending = nextval('text_publication_reason')");
    }

    /** Returns the next text to publish. Empty if the queue is empty. */
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

    /**
     * Stores the number of chunks before the first one is sent. A later publication with fewer chunks then knows
     * which chunks to delete from the topic.
     */
    public static void beginPublication(Connection connection, PendingPublication publication, int chunks) {
        SqlUpdateExecutor.update(
                connection,
                "UPDATE text_publication SET chunks = greatest(chunks, ?) WHERE document = ?",
                chunks,
                publication.document());
    }

    /** Removes the text from the publication queue, unless it was requested again in the meantime. */
    public static void endPublication(Connection connection, PendingPublication publication) {
        SqlUpdateExecutor.update(
                connection,
                "UPDATE text_publication SET pending = NULL WHERE document = ? AND pending = ?",
                publication.document(),
                publication.reason());
    }

    /** Returns the latest text of the document. Empty if none was extracted or the document is taken down. */
    public Optional<StoredText> latest(Connection connection, String document) throws SQLException {
        var sql = """
                SELECT extraction, text, passages FROM document_text
                WHERE document = ? ORDER BY extraction DESC LIMIT 1
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, document);
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new StoredText(
                            row.getInt(1),
                            documents.rights(connection, document),
                            row.getString(2),
                            passages(row.getString(3))))
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
