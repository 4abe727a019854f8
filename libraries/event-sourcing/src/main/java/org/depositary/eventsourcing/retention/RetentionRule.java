package org.depositary.eventsourcing.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** One kind of row that is deleted after its retention. Every bean of this type is applied. */
public interface RetentionRule {

    /** The rows, as a tag of the metric and in the name of the thread, for example {@code idempotency-answers}. */
    String rows();

    /** How long a row is kept. */
    Duration retention();

    /**
     * Deletes one small batch of rows that are older than their retention, within the caller's transaction. Several
     * replicas may do this at the same time, so it skips rows that are locked.
     *
     * @return the number of deleted rows; 0 if none is old enough
     */
    int deleteBatch(Connection connection, int limit) throws SQLException;
}
