package org.depositary.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LogCursors;
import org.depositary.gateway.log.LoggedCloudEventReader;

/** Finds the place in the log that a client wants to go on from. */
@ApplicationScoped
class ResumePointFinder {

    private final LogCursors cursors;
    private final LoggedCloudEventReader log;

    ResumePointFinder(LogCursors cursors, LoggedCloudEventReader log) {
        this.cursors = cursors;
        this.log = log;
    }

    /** Empty when the log does not know the place: then nobody can tell what the client has missed. */
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
