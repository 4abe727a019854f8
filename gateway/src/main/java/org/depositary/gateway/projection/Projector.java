package org.depositary.gateway.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.log.PartitionShare;
import org.depositary.gateway.log.ReadModelGeneration;

/**
 * A read model as a function of the change log. It writes only rows of the event's own stream, so the order in which
 * streams arrive cannot matter and one parked stream spoils no other. The runner keeps its position in the same
 * transaction as its rows.
 *
 * <p>Table names stay unqualified: every connection looks in {@link ReadModelGeneration#SCHEMA} first.
 */
public interface Projector {

    /** The key of its position; renamed only together with {@link ReadModelGeneration#VERSION}. */
    String name();

    /** The kinds of change it reads; the others are left in the database. */
    default Set<String> kinds() {
        return Set.of("membership", "document", "exercise");
    }

    /** The part of the streams that it reads. */
    default PartitionShare share() {
        return PartitionShare.ALL;
    }

    /** In how many parts its streams may be projected side by side, each part with its own position. */
    default int lanes() {
        return 1;
    }

    /** Whether it reads this one, among its kinds. */
    default boolean reads(LoggedEvent change) {
        return true;
    }

    /**
     * Applies a batch, in log order. An exception parks the stream of the change that causes it (the batch is then
     * repeated one by one), except where the database was only away for a moment.
     */
    void project(Connection connection, List<LoggedEvent> batch) throws SQLException;
}
