package org.depositary.gateway.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.Snapshots;
import org.depositary.gateway.read.Versioned;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers reads: each from one read-only transaction, and with the cursor of its moment. */
@ApplicationScoped
public class Reads {

    /** What a list asks of a moment. */
    @FunctionalInterface
    public interface ListQuestion<T> {
        KeysetPage<T> ask(Snapshot snapshot, PageRequest page) throws SQLException;
    }

    private final Snapshots snapshots;
    private final Replies replies;
    private final UriInfo uri;

    Reads(Snapshots snapshots, Replies replies, @Context UriInfo uri) {
        this.snapshots = snapshots;
        this.replies = replies;
        this.uri = uri;
    }

    public <T> RestResponse<T> one(ReadParameters reading, Snapshot.Question<T> question) throws SQLException {
        return versioned(reading, snapshot -> new Versioned<>(question.ask(snapshot), ""));
    }

    public <T> RestResponse<T> versioned(ReadParameters reading, Snapshot.Question<Versioned<T>> question)
            throws SQLException {
        return at(reading, Optional.empty(), snapshot -> {
            var found = question.ask(snapshot);
            return reply(
                    reading,
                    found.answer(),
                    snapshot,
                    found.version().isEmpty() ? Map.of() : Map.of("Depositary-Version", found.version()));
        });
    }

    public <T> RestResponse<ListPage<T>> list(ReadParameters reading, PagingParameters paging, ListQuestion<T> question)
            throws SQLException {
        var list = new ListLinks(uri);
        var token = paging.after().map(text -> PageToken.parse(text, list.identity()));
        var page = new PageRequest(paging.size(), token.map(PageToken::key).orElse(List.of()));
        return at(reading, token, snapshot -> {
            var slice = question.ask(snapshot, page);
            var resolved = snapshot.position().asOf();
            var next = slice.last().map(key -> new PageToken(resolved, key).text(list.identity()));
            return reply(
                    reading,
                    new ListPage<>(slice.items(), next),
                    snapshot,
                    next.map(after -> Map.of("Link", list.link(after))).orElse(Map.of()));
        });
    }

    /** An answer that is not JSON. */
    public <T> RestResponse<T> body(ReadParameters reading, Snapshot.Question<Replies.Body<T>> question)
            throws SQLException {
        return at(
                reading,
                Optional.empty(),
                snapshot ->
                        replies.of(question.ask(snapshot), snapshot.position().resumption(), reading.ifNoneMatch()));
    }

    private <T> T at(ReadParameters reading, Optional<PageToken> token, Snapshot.Question<T> question)
            throws SQLException {
        // All pages of a list are as of the first page.
        var asOf = token.map(given -> given.asOf(reading.languages())).orElseGet(reading::asOf);
        return snapshots.read(asOf, question);
    }

    private <T> RestResponse<T> reply(ReadParameters reading, T answer, Snapshot snapshot, Map<String, String> headers)
            throws SQLException {
        return replies.of(answer, snapshot.position().resumption(), headers, reading.ifNoneMatch());
    }
}
