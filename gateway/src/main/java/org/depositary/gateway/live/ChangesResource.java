package org.depositary.gateway.live;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.projection.Cursor;
import org.depositary.gateway.projection.Database;
import org.depositary.gateway.projection.Positions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The change log in pages. */
@Path("/api/changes")
public class ChangesResource {

    private static final int MOST = 1_000;
    private static final int USUAL = 50;

    /** What a page is to hold: entries after one place, up to another. */
    private record Run(Cursor after, Cursor end, Filter filter) {}

    private final Database database;
    private final Positions positions;
    private final Starts starts;
    private final LogReader log;

    ChangesResource(Database database, Positions positions, Starts starts, LogReader log) {
        this.database = database;
        this.positions = positions;
        this.starts = starts;
        this.log = log;
    }

    @GET
    @Operation(
            summary = "Changes, page by page, in the order in which this register came to know them",
            description = "Without `since` from the very first. An unknown cursor is 410.")
    public RestResponse<ChangesPage> changes(
            @Parameter(description = "A cursor, or an instant (RFC 3339): what was recorded then or later") @RestQuery
                    Optional<String> since,
            @Parameter(description = "Organisations, by id") @RestQuery List<String> organization,
            @Parameter(description = "Parties, by code or name") @RestQuery List<String> party,
            @Parameter(description = "CloudEvents types, or event names") @RestQuery List<String> type,
            @Parameter(description = "membership, document, exercise") @RestQuery List<String> kind,
            @Parameter(description = "How many items, 1 to 1000. Default: 50.") @RestQuery Optional<String> limit,
            @Parameter(description = "The `next` of the page before") @RestQuery Optional<String> after,
            @Context UriInfo uri)
            throws SQLException {
        var filter = ChangeQuery.filter(organization, party, type, kind);
        var size = limit.map(ChangesResource::size).orElse(USUAL);
        var token = after.map(PageToken::parse);
        var from = since.map(Since::parse);
        return database.snapshot(connection -> {
            var run = token.isPresent() ? next(connection, token.get(), filter) : first(connection, from, filter);
            return page(connection, run, size, uri);
        });
    }

    private Run first(Connection connection, Optional<Since> since, Filter filter) throws SQLException {
        var served = positions.cursor(connection);
        if (since.isEmpty()) {
            return new Run(log.cursor(connection, 0), served, filter);
        }
        var after = starts.find(connection, since.get()).orElseThrow(ChangesResource::unknown);
        // A cursor may lie beyond what is served: then there is nothing yet, and it stays the place to come back with.
        var end = after.seq() > served.seq() ? after : served;
        return new Run(
                after, end, since.get() instanceof Since.From(var instant) ? filter.recordedFrom(instant) : filter);
    }

    private Run next(Connection connection, PageToken token, Filter filter) throws SQLException {
        if (!positions.knows(connection, token.after()) || !positions.knows(connection, token.end())) {
            throw unknown();
        }
        return new Run(
                token.after(),
                token.end(),
                token.recordedFrom().map(filter::recordedFrom).orElse(filter));
    }

    private RestResponse<ChangesPage> page(Connection connection, Run run, int size, UriInfo uri) throws SQLException {
        var found = log.read(connection, run.after().seq(), run.end().seq(), run.filter(), size + 1);
        var messages = found.size() > size ? found.subList(0, size) : found;
        var items =
                messages.stream().map(message -> new RawValue(message.json())).toList();
        if (found.size() <= size) {
            var last = new ChangesPage(
                    items, Optional.empty(), Optional.of(run.end().toString()));
            return answer(last, run.end()).build();
        }
        var reached = messages.getLast().cursor();
        var token = new PageToken(reached, run.end(), run.filter().recordedFrom()).text();
        return answer(new ChangesPage(items, Optional.of(token), Optional.empty()), reached)
                .header("Link", link(uri, token))
                .build();
    }

    private static ResponseBuilder<ChangesPage> answer(ChangesPage page, Cursor cursor) {
        return ResponseBuilder.ok(page)
                .header("Cache-Control", "no-cache")
                .header("Depositary-Cursor", cursor.toString());
    }

    private static String link(UriInfo uri, String token) {
        var next = uri.getRequestUriBuilder().replaceQueryParam("after", token).build();
        return "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery());
    }

    private static int size(String text) {
        if (text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw Problem.of(ProblemType.BAD_QUERY, "limit: '%s' is no number from 1 to %d".formatted(text, MOST));
    }

    private static Problem unknown() {
        return Problem.of(
                ProblemType.UNKNOWN_CURSOR,
                "This register does not know that cursor; begin again without since, or from an instant");
    }
}
