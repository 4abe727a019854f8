package org.depositary.gateway.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.SnapshotReader;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.lists.CsvColumns;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.web.CompleteListResponses.ListRequest;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.representation.Representation;
import org.depositary.gateway.web.representation.RequestedRepresentation;
import org.depositary.gateway.web.tags.ConditionalRead;
import org.depositary.gateway.web.tags.ReadTag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Runs the reads of resources. Each read uses one read-only transaction, and its response has the cursor of the
 * position that was read.
 */
@ApplicationScoped
public class ReadExecutor {

    private final SnapshotReader snapshots;
    private final JsonResponses replies;
    private final CompleteListResponses completeLists;
    private final Representations representations;
    private final RequestedRepresentation requested;
    private final RequestIdentity request;
    private final UriInfo uri;

    ReadExecutor(
            SnapshotReader snapshots,
            JsonResponses replies,
            CompleteListResponses completeLists,
            Representations representations,
            RequestedRepresentation requested,
            RequestIdentity request,
            @Context UriInfo uri) {
        this.snapshots = snapshots;
        this.replies = replies;
        this.completeLists = completeLists;
        this.representations = representations;
        this.requested = requested;
        this.request = request;
        this.uri = uri;
    }

    /** Reads a single resource that only changes of the scope can change. */
    public <T> RestResponse<T> one(CommonReadParameters reading, ReadScope scope, Snapshot.Question<T> question)
            throws SQLException {
        return conditional(
                reading,
                reading.asOf(),
                scope,
                (read, snapshot) -> replies.of(read, question.ask(snapshot), snapshot, Map.of()));
    }

    public <T> RestResponse<T> versioned(CommonReadParameters reading, Snapshot.Question<VersionedAnswer<T>> question)
            throws SQLException {
        return conditional(reading, reading.asOf(), ReadScope.NOT_ONLY_LOG, (read, snapshot) -> {
            var found = question.ask(snapshot);
            return replies.of(
                    read,
                    found.answer(),
                    snapshot,
                    found.version().isEmpty() ? Map.of() : Map.of("Depositary-Version", found.version()));
        });
    }

    /** Reads a record in the representation that the client wants. */
    public <T> RestResponse<T> record(
            RecordReadParameters parameters, FactKey key, Snapshot.Question<VersionedAnswer<T>> question)
            throws SQLException {
        return record(parameters, key, ReadScope.NOT_ONLY_LOG, question);
    }

    /** The same, for a record whose JSON only changes of the scope can change. */
    public <T> RestResponse<T> record(
            RecordReadParameters parameters,
            FactKey key,
            ReadScope scope,
            Snapshot.Question<VersionedAnswer<T>> question)
            throws SQLException {
        return record(parameters, key, scope, snapshot -> Optional.empty(), question);
    }

    /**
     * Redirects to another URL path if the question finds one, with the same query. The status is 307, because what
     * merged two records can be undone, and depends on the position of the read.
     */
    public <T> RestResponse<T> recordOrRedirect(
            RecordReadParameters parameters,
            FactKey key,
            Snapshot.Question<Optional<String>> target,
            Snapshot.Question<VersionedAnswer<T>> question)
            throws SQLException {
        return record(parameters, key, ReadScope.NOT_ONLY_LOG, target, question);
    }

    private <T> RestResponse<T> record(
            RecordReadParameters parameters,
            FactKey key,
            ReadScope scope,
            Snapshot.Question<Optional<String>> target,
            Snapshot.Question<VersionedAnswer<T>> question)
            throws SQLException {
        var reading = parameters.reading();
        // Pages and citations contain the instant at which they are pinned, and every change moves it.
        var changedBy = requested.is(Representation.JSON) ? scope : ReadScope.NOT_ONLY_LOG;
        return conditional(reading, reading.asOf(), changedBy, (read, snapshot) -> {
            var path = target.ask(snapshot);
            if (path.isPresent()) {
                return replies.redirect(
                        withQuery(path.get()), snapshot.position().resumption());
            }
            return representations.response(
                    read, new Representations.Read<>(key, question.ask(snapshot), snapshot, reading));
        });
    }

    private String withQuery(String path) {
        var query = uri.getRequestUri().getRawQuery();
        return query == null ? path : path + "?" + query;
    }

    /** Makes the body of a response from a page, for example with counts from the same snapshot. */
    @FunctionalInterface
    public interface PageBody<T, R> {
        R of(Snapshot snapshot, ListPage<T> page) throws SQLException;
    }

    public <F, T> RestResponse<ListPage<T>> list(ListQuery<F, T> list, F filter, ListParameters parameters)
            throws SQLException {
        return list(list, filter, parameters, (snapshot, page) -> page);
    }

    /** Reads a list whose CSV has columns of its own, unless the client selects fields. */
    public <F, T> RestResponse<ListPage<T>> list(
            ListQuery<F, T> list, F filter, ListParameters parameters, CsvColumns columns) throws SQLException {
        return completeLists.areRequested()
                ? all(
                        list,
                        filter,
                        parameters,
                        completeLists.request(parameters.paging()).with(columns))
                : list(list, filter, parameters);
    }

    /** Reads a page of the list, or the complete list if the URL asks for it. */
    public <F, T, R> RestResponse<R> list(
            ListQuery<F, T> list, F filter, ListParameters parameters, PageBody<T, R> body) throws SQLException {
        return completeLists.areRequested()
                ? all(list, filter, parameters, completeLists.request(parameters.paging()))
                : page(list, filter, parameters, body);
    }

    private <F, T, R> RestResponse<R> page(
            ListQuery<F, T> list, F filter, ListParameters parameters, PageBody<T, R> body) throws SQLException {
        var reading = parameters.reading();
        var paging = parameters.paging();
        var links = new ListLinks(uri);
        var token = paging.after().map(text -> PageToken.parse(text, links.identity(), reading.languages()));
        var page = new PageRequest(paging.size(), token.map(PageToken::key).orElse(List.of()));
        // Reads all pages of a list as of the first page, so that they fit together.
        var point = token.map(PageToken::asOf).orElseGet(reading::asOf);
        return conditional(reading, point, list.scope(filter), (read, snapshot) -> {
            var found = list.page(snapshot, filter, page);
            var asOf = snapshot.position().asOf();
            var next = found.last().map(key -> new PageToken(asOf, key).text(links.identity()));
            return replies.of(
                    read,
                    body.of(snapshot, new ListPage<>(found.items(), next)),
                    snapshot,
                    next.map(after -> Map.of("Link", links.link(after))).orElse(Map.of()));
        });
    }

    private <F, T, R> RestResponse<R> all(
            ListQuery<F, T> list, F filter, ListParameters parameters, ListRequest request) throws SQLException {
        var reading = parameters.reading();
        return conditional(
                reading,
                reading.asOf(),
                list.scope(filter),
                (read, snapshot) -> replies.of(read, completeLists.body(request, list, filter, snapshot), snapshot));
    }

    /** Runs a read whose response is not JSON, for example a text. */
    public <T> RestResponse<T> body(CommonReadParameters reading, Snapshot.Question<JsonResponses.Body<T>> question)
            throws SQLException {
        return conditional(
                reading,
                reading.asOf(),
                ReadScope.NOT_ONLY_LOG,
                (read, snapshot) -> replies.of(read, question.ask(snapshot), snapshot));
    }

    /**
     * Runs a read whose response is a complete list. The content is written later, as of the position that was read.
     *
     * @param scope the changes that can change the content
     */
    public RestResponse<StreamingOutput> streamed(
            CommonReadParameters reading, ReadScope scope, Function<AsOfPoint, StreamingOutput> content)
            throws SQLException {
        return conditional(reading, reading.asOf(), scope, (read, snapshot) -> {
            var written =
                    completeLists.ifWanted(content.apply(snapshot.position().asOf()));
            return replies.of(read, new JsonResponses.Body<>(written, ReadTag.COMPLETE_LIST), snapshot);
        });
    }

    @FunctionalInterface
    private interface Answer<T> {
        RestResponse<T> of(ConditionalRead read, Snapshot snapshot) throws SQLException;
    }

    /** Reads only if the client does not certainly have the content. */
    private <T> RestResponse<T> conditional(
            CommonReadParameters reading, AsOfPoint asOf, ReadScope scope, Answer<T> answer) throws SQLException {
        var read = ConditionalRead.of(reading.ifNoneMatch(), request.hash(asOf), scope);
        return snapshots.read(asOf, snapshot -> {
            var unchanged = read.unchanged(snapshot);
            return unchanged.isPresent() ? replies.notModified(unchanged.get(), snapshot) : answer.of(read, snapshot);
        });
    }
}
