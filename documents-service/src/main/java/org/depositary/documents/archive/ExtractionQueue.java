package org.depositary.documents.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The queue of documents that wait for extraction. */
public final class ExtractionQueue {

    /**
     * A document that waits for extraction.
     *
     * @param attempts the number of earlier attempts
     */
    public record Job(String document, int attempts) {}

    private ExtractionQueue() {}

    /** Adds the document to the queue, unless it is in the queue already. */
    public static void add(Connection connection, String document) {
        SqlUpdateExecutor.update(
                connection, "INSERT INTO extraction_job (document) VALUES (?) ON CONFLICT DO NOTHING", document);
    }

    /** Returns the next document to extract. Documents with failed attempts come last. Empty if the queue is empty. */
    public static Optional<Job> next(Connection connection) throws SQLException {
        var sql = "SELECT document, attempts FROM extraction_job ORDER BY attempts, requested_at, document LIMIT 1";
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            return row.next() ? Optional.of(new Job(row.getString(1), row.getInt(2))) : Optional.empty();
        }
    }

    /** Counts an attempt. Must be called before the attempt, because extracting a hostile file can end the process. */
    public static void countAttempt(Connection connection, Job job) {
        SqlUpdateExecutor.update(
                connection, "UPDATE extraction_job SET attempts = attempts + 1 WHERE document = ?", job.document());
    }

    public static void remove(Connection connection, String document) {
        SqlUpdateExecutor.update(connection, "DELETE FROM extraction_job WHERE document = ?", document);
    }
}
