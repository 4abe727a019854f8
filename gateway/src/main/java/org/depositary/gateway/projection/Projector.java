package org.depositary.gateway.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.log.PartitionShare;
import org.depositary.gateway.log.ReadModelGeneration;

/**
 * Writes a read model from the events of the change log. It writes only rows of the event's own stream. So the order between
 * streams does not matter, and a parked stream does not affect others. The runner stores the projector's position in the
 * same transaction as its rows.
 *
 * <p>SQL uses table names without a schema: {@link ReadModelGeneration#SCHEMA} is first on the search path.
 */
public interface Projector {

    /** The key of the stored position. A new name needs a new {@link ReadModelGeneration#VERSION}. */
    String name();

    /** The kinds of event that this projector needs. Other events are not passed to it. */
    default Set<String> kinds() {
        return Set.of("membership", "document", "exercise");
    }

    /** The partitions whose events this projector gets. All partitions by default. */
    default PartitionShare share() {
        return PartitionShare.ALL;
    }

    /** The number of lanes that project streams in parallel, each with its own position. */
    default int lanes() {
        return 1;
    }

    /** Whether this projector needs the event, which is of one of its {@link #kinds}. */
    default boolean reads(LoggedEvent event) {
        return true;
    }

    /**
     * Projects a batch of events in log order. After an exception the runner repeats the batch event by event and
     * parks the stream of each event that fails. If the database is temporarily unavailable, it retries the whole
     * batch instead.
     */
    void project(Connection connection, List<LoggedEvent> batch) throws SQLException;
}
