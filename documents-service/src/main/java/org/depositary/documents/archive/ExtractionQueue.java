package org.depositary.documents.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * The queue of documents that wait for extraction. Several workers take jobs, also of several processes.
 *
 * <p>A taken job is hidden from other workers until its lease ends. If the process of its worker is killed, another one
 * takes the job after that time.
 */
public final class ExtractionQueue {

    /** The time after which a job is free again, unless its worker prolongs the lease. */
    public static final Duration LEASE = Duration.ofSeconds(10);

    /**
     * Longer than any lease and any pause between attempts. A job whose next attempt is later was delayed while the clock
     * of the database was ahead. After the clock is right again, nobody would take it for as long as it was ahead.
     */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    /**
     * A document that a worker has taken.
     *
     * @param token identifies this taking; only its owner may end the job
     * @param attempts the number of earlier attempts that failed
     */
    public record Job(String document, UUID token, int attempts) {}

    /**
     * The documents that wait or are extracted now.
     *
     * @param documents how many, at most 10,000
     * @param seconds since the first of them was requested; 0 if there is none
     */
    public record Backlog(long documents, double seconds) {}

    private ExtractionQueue() {}

    /** Adds the document to the queue, unless it is in the queue already. */
    public static void add(Connection connection, String document) {
        SqlUpdateExecutor.update(
                connection, "INSERT INTO extraction_job (document) VALUES (?) ON CONFLICT DO NOTHING", document);
    }

    /** Takes the next document to extract. Documents with failed attempts come last. Empty if none waits. */
    public static Optional<Job> take(Connection connection) throws SQLException {
        var sql = """
                UPDATE extraction_job
                SET taken_by = ?, next_attempt_at = clock_timestamp() + make_interval(secs => ?)
                WHERE document = (
                    SELECT document FROM extraction_job
                    WHERE next_attempt_at <= clock_timestamp()
                    OR next_attempt_at > clock_timestamp() + make_interval(secs => ?)
                    ORDER BY attempts, requested_at, document LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING document, attempts
                """;
        var token = UUID.randomUUID();
        try (var update = connection.prepareStatement(sql)) {
            update.setObject(1, token);
            update.setDouble(2, LEASE.toSeconds());
            update.setDouble(3, LONGEST_DELAY.toSeconds());
            var row = update.executeQuery();
            return row.next() ? Optional.of(new Job(row.getString(1), token, row.getInt(2))) : Optional.empty();
        }
    }

    /** The current backlog. Reads at most 10,000 rows. */
    public static Backlog backlog(Connection connection) throws SQLException {
        var sql = """
                SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(requested_at)), 0)
                FROM (SELECT requested_at FROM extraction_job ORDER BY attempts, requested_at, document LIMIT 10000)
                    AS counted
                """;
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            row.next();
            return new Backlog(row.getLong(1), row.getDouble(2));
        }
    }

    /** Prolongs the leases of the jobs in work. */
    public static void prolong(Connection connection, Collection<Job> jobs) {
        for (var job : jobs) {
            SqlUpdateExecutor.update(
                    connection,
                    "UPDATE extraction_job SET next_attempt_at = clock_timestamp() + make_interval(secs => ?)"
                            + " WHERE document = ? AND taken_by = ?",
                    (double) LEASE.toSeconds(),
                    job.document(),
                    job.token());
        }
    }

    /** Counts a failed attempt, gives the job back, and sets the pause before the next attempt. */
    public static void countFailure(Connection connection, Job job, Duration pause) {
        SqlUpdateExecutor.update(
                connection,
                "UPDATE extraction_job SET attempts = attempts + 1, taken_by = NULL,"
                        + " next_attempt_at = clock_timestamp() + make_interval(secs => ?)"
                        + " WHERE document = ? AND taken_by = ?",
                pause.toMillis() / 1000.0,
                job.document(),
                job.token());
    }

    /** Gives a job back, because its worker stops. Another worker can take it at once. */
    public static void release(Connection connection, Job job) {
        SqlUpdateExecutor.update(
                connection,
                "UPDATE extraction_job SET taken_by = NULL, next_attempt_at = clock_timestamp()"
                        + " WHERE document = ? AND taken_by = ?",
                job.document(),
                job.token());
    }

    /**
     * Removes a job from the queue.
     *
     * @return whether the job was still taken by its worker; if not, its result must not be recorded
     */
    public static boolean end(Connection connection, Job job) {
        return SqlUpdateExecutor.update(
                        connection,
                        "DELETE FROM extraction_job WHERE document = ? AND taken_by = ?",
                        job.document(),
                        job.token())
                == 1;
    }
}
