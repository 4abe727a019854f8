package org.depositary.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LogCursorReader;
import org.depositary.gateway.log.LoggedCloudEventReader;

/** Finds the cursor of a {@link ResumePoint}. */
@ApplicationScoped
class ResumePointFinder {

    private final LogCursorReader cursors;
    private final LoggedCloudEventReader log;

    ResumePointFinder(LogCursorReader cursors, LoggedCloudEventReader log) {
        this.cursors = cursors;
        this.log = log;
    }

    /**
     * The cursor of the point. Empty if the log does not contain the point, so that it is unknown what the client has
     * missed.
     */
    Optional<Cursor> find(Connection connection, ResumePoint since) throws SQLException {
        return switch (since) {
            case ResumePoint.After(var cursor) ->
                cursors.contains(connection, cursor) ? Optional.of(cursor) : Optional.empty();
            case ResumePoint.From(var instant) ->
                Optional.of(log.cursor(connection, log.lastSeqBefore(connection, instant)));
            case ResumePoint.Unknown(var text) -> Optional.empty();
        };
    }
}
