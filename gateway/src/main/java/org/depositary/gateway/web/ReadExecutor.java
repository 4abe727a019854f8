package org.depositary.gateway.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.ListQuery;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.SnapshotReader;
import org.depositary.gateway.read.VersionedAnswer;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Runs the reads of resources. Each read uses one read-only transaction, and its response has the cursor of the
 * position that was read.
 */
@ApplicationScoped
public class ReadExecutor {

    private final SnapshotReader snapshots;
    private final JsonResponses replies;
    private final UriInfo uri;

    ReadExecutor(SnapshotReader snapshots, JsonResponses replies, @Context UriInfo uri) {
        this.snapshots = snapshots;
        this.replies = replies;
        this.uri = uri;
    }

    public <T> RestResponse<T> one(CommonReadParameters reading, Snapshot.Question<T> question) throws SQLException {
        return versioned(reading, snapshot -> new VersionedAnswer<>(question.ask(snapshot), ""));
    }

    public <T> RestResponse<T> versioned(CommonReadParameters reading, Snapshot.Question<VersionedAnswer<T>> question)
            throws SQLException {
        return snapshots.read(reading.asOf(), snapshot -> {
            var found = question.ask(snapshot);
            return reply(
                    reading,
                    found.answer(),
                    snapshot,
                    found.version().isEmpty() ? Map.of() : Map.of("Depositary-Version", found.version()));
        });
    }

    /**
     * Redirects to another URL path if the question finds one, with the same query. The status is 307, because what
     * merged two records can be undone, and depends on the position of the read.
     */
    public <T> RestResponse<T> versionedOrRedirect(
            CommonReadParameters reading,
            Snapshot.Question<Optional<String>> target,
            Snapshot.Question<VersionedAnswer<T>> question)
            throws SQLException {
        return snapshots.read(reading.asOf(), snapshot -> {
            var path = target.ask(snapshot);
            if (path.isPresent()) {
                return replies.redirect(
                        withQuery(path.get()), snapshot.position().resumption());
            }
            var found = question.ask(snapshot);
            return reply(reading, found.answer(), snapshot, Map.of("Depositary-Version", found.version()));
        });
    }

    private String withQuery(String path) {
        var query = uri.getRequestUri().getRawQuery();
        return query == null ? path : path + "?" + query;
    }

    public <F, T> RestResponse<ListPage<T>> list(ListQuery<F, T> list, F filter, ListParameters parameters)
            throws SQLException {
        var reading = parameters.reading();
        var paging = parameters.paging();
        var links = new ListLinks(uri);
        var token = paging.after().map(text -> PageToken.parse(text, links.identity(), reading.languages()));
        var page = new PageRequest(paging.size(), token.map(PageToken::key).orElse(List.of()));
        // Reads all pages of a list as of the first page, so that they fit together.
        return snapshots.read(token.map(PageToken::asOf).orElseGet(reading::asOf), snapshot -> {
            var found = list.page(snapshot, filter, page);
            var asOf = snapshot.position().asOf();
            var next = found.last().map(key -> new PageToken(asOf, key).text(links.identity()));
            return reply(
                    reading,
                    new ListPage<>(found.items(), next),
                    snapshot,
                    next.map(after -> Map.of("Link", links.link(after))).orElse(Map.of()));
        });
    }

    /** Runs a read whose response is not JSON, for example a text. */
    public <T> RestResponse<T> body(CommonReadParameters reading, Snapshot.Question<JsonResponses.Body<T>> question)
            throws SQLException {
        return snapshots.read(
                reading.asOf(),
                snapshot ->
                        replies.of(question.ask(snapshot), snapshot.position().resumption(), reading.ifNoneMatch()));
    }

    private <T> RestResponse<T> reply(
            CommonReadParameters reading, T answer, Snapshot snapshot, Map<String, String> headers)
            throws SQLException {
        return replies.of(answer, snapshot.position().resumption(), headers, reading.ifNoneMatch());
    }
}
