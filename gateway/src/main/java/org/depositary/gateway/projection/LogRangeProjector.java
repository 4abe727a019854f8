package org.depositary.gateway.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.depositary.gateway.log.LoggedEvent;

/**
 * A projector that computes its rows from the change log in SQL. The runner neither reads nor parses events for it, so it
 * never parks a stream. With one lane and no parked streams, its rows may combine changes of several streams.
 */
public interface LogRangeProjector extends Projector {

    /** Projects the changes with {@code after < seq <= upTo}. Projecting them again must have no effect. */
    void project(Connection connection, long after, long upTo) throws SQLException;

    @Override
    default Set<String> kinds() {
        return Set.of();
    }

    /** Never gets an event, because it needs no kind of them. */
    @Override
    default void project(Connection connection, List<LoggedEvent> batch) {}
}
