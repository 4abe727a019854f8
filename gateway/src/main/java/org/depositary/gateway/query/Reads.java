package org.depositary.gateway.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.projection.Database;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers reads: each from one read-only transaction, and with the cursor of its moment. */
@ApplicationScoped
class Reads {

    /** What a list asks of a moment. */
    @FunctionalInterface
    interface ListQuestion<T> {
        Slice<T> ask(Snapshot snapshot, Slice.Wanted wanted) throws SQLException;
    }

    /** An answer with the version of the stream that tells it, {@code <stream>@<version>}. */
    record Versioned<T>(T answer, String version) {}

    private final Database database;
    private final Replies replies;
    private final UriInfo uri;

    Reads(Database database, Replies replies, @Context UriInfo uri) {
        this.database = database;
        this.replies = replies;
        this.uri = uri;
    }

    <T> RestResponse<T> one(Reading reading, Snapshot.Question<T> question) throws SQLException {
        return versioned(reading, snapshot -> new Versioned<>(question.ask(snapshot), ""));
    }

    <T> RestResponse<T> versioned(Reading reading, Snapshot.Question<Versioned<T>> question) throws SQLException {
        return at(reading, Optional.empty(), snapshot -> {
            var found = question.ask(snapshot);
            return reply(
                    reading,
                    found.answer(),
                    snapshot,
                    found.version().isEmpty() ? Map.of() : Map.of("Depositary-Version", found.version()));
        });
    }

    <T> RestResponse<Page<T>> list(Reading reading, Paging paging, ListQuestion<T> question) throws SQLException {
        var list = new ListAddress(uri);
        var token = paging.after().map(text -> PageToken.parse(text, list.identity()));
        var wanted = new Slice.Wanted(paging.size(), token.map(PageToken::key).orElse(List.of()));
        return at(reading, token, snapshot -> {
            var slice = question.ask(snapshot, wanted);
            var asOf = snapshot.moment().asOf();
            var next = slice.last().map(key -> new PageToken(asOf, key).text(list.identity()));
            return reply(
                    reading,
                    new Page<>(slice.items(), next),
                    snapshot,
                    next.map(after -> Map.of("Link", list.link(after))).orElse(Map.of()));
        });
    }

    /** An answer that is not JSON. */
    <T> RestResponse<T> body(Reading reading, Snapshot.Question<Replies.Body<T>> question) throws SQLException {
        return at(
                reading,
                Optional.empty(),
                snapshot -> replies.of(question.ask(snapshot), snapshot.moment().resumption(), reading.ifNoneMatch()));
    }

    private <T> T at(Reading reading, Optional<PageToken> token, Snapshot.Question<T> question) throws SQLException {
        var asked = token.map(Moment.Asked::of).orElseGet(() -> Moment.Asked.of(reading));
        return database.reading(connection -> question.ask(new Snapshot(connection, asked, reading.languages())));
    }

    private <T> RestResponse<T> reply(Reading reading, T answer, Snapshot snapshot, Map<String, String> headers)
            throws SQLException {
        return replies.of(answer, snapshot.moment().resumption(), headers, reading.ifNoneMatch());
    }
}
