package org.depositary.documents.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The documents that wait to be read. */
public final class ExtractionJobs {

    /** @param attempts how often reading it was begun before */
    public record Job(String document, int attempts) {}

    private ExtractionJobs() {}

    /** Has the document read; one that waits already goes on waiting. */
    public static void add(Connection connection, String document) {
        DocumentSql.update(
                connection, "INSERT INTO extraction_job (document) VALUES (?) ON CONFLICT DO NOTHING", document);
    }

    /** The document to read next: those that failed before come after the others. */
    public static Optional<Job> next(Connection connection) throws SQLException {
        var sql = "SELECT document, attempts FROM extraction_job ORDER BY attempts, requested_at, document LIMIT 1";
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            return row.next() ? Optional.of(new Job(row.getString(1), row.getInt(2))) : Optional.empty();
        }
    }

    /** Counts an attempt before it is made: it may end the program. */
    public static void countAttempt(Connection connection, Job job) {
        DocumentSql.update(
                connection, "UPDATE extraction_job SET attempts = attempts + 1 WHERE document = ?", job.document());
    }

    /** The document has been read. */
    public static void remove(Connection connection, String document) {
        DocumentSql.update(connection, "DELETE FROM extraction_job WHERE document = ?", document);
    }
}
