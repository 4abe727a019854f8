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
import org.depositary.gateway.log.LogCursors;
import org.depositary.gateway.log.LoggedCloudEventReader;

/** Cuts the change log into pages. */
@ApplicationScoped
class ChangesPager {

    /** A run of pages: entries after one place, up to another. */
    private record Run(Cursor after, Cursor end, ChangeFilter filter) {}

    /**
     * A page and where it ends.
     *
     * @param reached what is behind it has been told
     */
    record Page(ChangesPage content, Cursor reached) {}

    private final LogCursors cursors;
    private final ResumePointFinder starts;
    private final LoggedCloudEventReader log;

    ChangesPager(LogCursors cursors, ResumePointFinder starts, LoggedCloudEventReader log) {
        this.cursors = cursors;
        this.starts = starts;
        this.log = log;
    }

    /** The first page of a run, which ends where the read models are now. */
    Page first(Connection connection, Optional<ResumePoint> since, ChangeFilter filter, int size) throws SQLException {
        var served = cursors.served(connection);
        if (since.isEmpty()) {
            return page(connection, new Run(log.cursor(connection, 0), served, filter), size);
        }
        var after = starts.find(connection, since.get()).orElseThrow(ChangesPager::unknown);
        // A cursor may lie beyond what is served: there is nothing yet, and it stays the place to come back with.
        var end = after.seq() > served.seq() ? after : served;
        var narrowed = since.get() instanceof ResumePoint.From(var instant) ? filter.recordedFrom(instant) : filter;
        return page(connection, new Run(after, end, narrowed), size);
    }

    /** A later page of a run. */
    Page next(Connection connection, ChangesPageToken token, ChangeFilter filter, int size) throws SQLException {
        if (!cursors.contains(connection, token.after()) || !cursors.contains(connection, token.end())) {
            throw unknown();
        }
        var narrowed = token.recordedFrom().map(filter::recordedFrom).orElse(filter);
        return page(connection, new Run(token.after(), token.end(), narrowed), size);
    }

    private Page page(Connection connection, Run run, int size) throws SQLException {
        // One more than wanted tells whether more follow.
        var found = log.read(connection, run.after().seq(), run.end().seq(), run.filter(), size + 1);
        boolean more = found.size() > size;
        var changes = more ? found.subList(0, size) : found;
        var reached = more ? changes.getLast().cursor() : run.end();
        var next = new ChangesPageToken(reached, run.end(), run.filter().recordedFrom()).text();
        var content = new ChangesPage(
                EncodedChange.all(changes).stream()
                        .map(change -> new RawValue(change.json()))
                        .toList(),
                more ? Optional.of(next) : Optional.empty(),
                more ? Optional.empty() : Optional.of(reached.toString()));
        return new Page(content, reached);
    }

    private static Problem unknown() {
        return Problem.of(
                ProblemType.UNKNOWN_CURSOR,
                "This register does not know that cursor; begin again without since, or from an instant");
    }
}
