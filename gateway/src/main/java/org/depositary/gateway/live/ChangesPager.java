package org.depositary.gateway.live;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LogCursorReader;
import org.depositary.gateway.log.LoggedCloudEventReader;

@ApplicationScoped
class ChangesPager {

    /** The range of a request and of its next pages: matching changes after one cursor, up to another. */
    private record Range(Cursor after, Cursor end, ChangeFilter filter) {}

    /**
     * A page and the cursor where it ends.
     *
     * @param reached cursor up to which the client has seen all matching changes
     * @param end cursor where the last page ends
     * @param next where the next page starts; empty on the last page
     */
    record Page(ChangesPage content, Cursor reached, Cursor end, Optional<ChangesPageToken> next) {}

    private final LogCursorReader cursors;
    private final ResumePointFinder resumePoints;
    private final LoggedCloudEventReader log;

    ChangesPager(LogCursorReader cursors, ResumePointFinder resumePoints, LoggedCloudEventReader log) {
        this.cursors = cursors;
        this.resumePoints = resumePoints;
        this.log = log;
    }

    /** The first page. The last page will end at the position that the read models have reached now. */
    Page first(Connection connection, Optional<ResumePoint> since, ChangeFilter filter, int size) throws SQLException {
        var served = cursors.served(connection);
        if (since.isEmpty()) {
            return page(connection, new Range(log.cursor(connection, 0), served, filter), size);
        }
        var after = resumePoints.find(connection, since.get()).orElseThrow(ChangesPager::unknownCursor);
        // If another replica has already served later changes, the page is empty and returns the same cursor.
        var end = after.seq() > served.seq() ? after : served;
        var narrowed = since.get() instanceof ResumePoint.From(var instant) ? filter.recordedFrom(instant) : filter;
        return page(connection, new Range(after, end, narrowed), size);
    }

    Page next(Connection connection, ChangesPageToken token, ChangeFilter filter, int size) throws SQLException {
        if (!cursors.contains(connection, token.after()) || !cursors.contains(connection, token.end())) {
            throw unknownCursor();
        }
        var narrowed = token.recordedFrom().map(filter::recordedFrom).orElse(filter);
        return page(connection, new Range(token.after(), token.end(), narrowed), size);
    }

    private Page page(Connection connection, Range range, int size) throws SQLException {
        // Reads one change more than the page size, to find out whether a next page exists.
        var found = log.read(connection, range.after().seq(), range.end().seq(), range.filter(), size + 1);
        boolean more = found.size() > size;
        var changes = more ? found.subList(0, size) : found;
        var reached = more ? changes.getLast().cursor() : range.end();
        var token = new ChangesPageToken(reached, range.end(), range.filter().recordedFrom());
        var next = more ? Optional.of(token) : Optional.<ChangesPageToken>empty();
        var content = new ChangesPage(
                EncodedChange.all(changes).stream()
                        .map(change -> new RawValue(change.json()))
                        .toList(),
                next.map(ChangesPageToken::text),
                more ? Optional.empty() : Optional.of(reached.toString()));
        return new Page(content, reached, range.end(), next);
    }

    private static Problem unknownCursor() {
        return Problem.of(ProblemType.UNKNOWN_CURSOR, "Unknown cursor. Start again without since, or from an instant");
    }
}
