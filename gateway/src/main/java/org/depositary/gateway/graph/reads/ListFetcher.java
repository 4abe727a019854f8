package org.depositary.gateway.graph.reads;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.documents.TextAccess;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.read.lists.ListOfEach;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.web.PageToken;

/**
 * Reads a page of a list as a connection. The first pages of the same nested list are read together for all parents. A
 * later page is read alone: its token belongs to one parent.
 *
 * @param parent the id of the object that the list is about, from its JSON; empty for a field of the query itself
 * @param filter makes the filter from the arguments and the id of the parent
 * @param list the list of one parent
 * @param ofEach the list of several parents; empty for a field of the query itself
 */
public record ListFetcher<F, T>(
        ItemJson json,
        Optional<Function<JsonNode, String>> parent,
        BiFunction<FieldArguments, String, F> filter,
        Function<TextAccess, ListQuery<F, T>> list,
        Optional<Function<TextAccess, ListOfEach<F, T>>> ofEach)
        implements DataFetcher<Object> {

    @Override
    public Object get(DataFetchingEnvironment field) throws SQLException {
        var reads = FieldReads.of(field);
        var id = parent.map(of -> of.apply(field.getSource())).orElse("");
        int size = reads.arguments().first();
        if (ofEach.isPresent() && reads.arguments().after().isEmpty()) {
            return reads.together(reads.name(), id, parents -> firstPages(reads, parents, size))
                    .thenApply(found -> reads.result(connectionOrThrow(found.orElseThrow()), reads.point()));
        }
        return page(reads, id, size);
    }

    private Object page(FieldReads reads, String id, int size) throws SQLException {
        var point = reads.point();
        var identity = identity(reads, id);
        var token = reads.arguments()
                .after()
                .map(text -> PageToken.parse(text, identity, point.parameters().languages()));
        // Reads all pages of a list as of the first page, so that they fit together.
        var asOf = token.map(PageToken::asOf).orElse(point.asOf());
        var chosen = filter.apply(reads.arguments(), id);
        var page = new PageRequest(size, token.map(PageToken::key).orElse(List.of()));
        var found = reads.request()
                .read(asOf, snapshot -> list.apply(reads.request().texts()).page(snapshot, chosen, page));
        return reads.result(connection(found, asOf, identity), new ReadingPoint(point.parameters(), asOf));
    }

    /** The connection of each parent, or the exception that refuses it. */
    private Map<String, Object> firstPages(FieldReads reads, List<String> parents, int size) throws SQLException {
        var asOf = reads.point().asOf();
        var lists = ofEach.orElseThrow().apply(reads.request().texts());
        var filterOfAny = filter.apply(reads.arguments(), parents.getFirst());
        return reads.request().read(asOf, snapshot -> {
            var results = new HashMap<String, Object>(lists.refusals(snapshot, parents));
            var readable =
                    parents.stream().filter(id -> !results.containsKey(id)).toList();
            var found = readable.isEmpty()
                    ? Map.<String, KeysetPage<T>>of()
                    : lists.firstPages(snapshot, readable, filterOfAny, size);
            for (var id : readable) {
                var page = Optional.ofNullable(found.get(id));
                results.put(
                        id,
                        page.<Object>map(items -> connection(items, asOf, identity(reads, id)))
                                .orElseGet(ConnectionPage::empty));
            }
            return results;
        });
    }

    private static Object connectionOrThrow(Object result) {
        if (result instanceof RuntimeException refused) {
            throw refused;
        }
        return result;
    }

    private Object connection(KeysetPage<T> page, AsOfPoint asOf, String identity) {
        return ConnectionPage.of(page, asOf, identity, json::tree);
    }

    private static String identity(FieldReads reads, String id) {
        return "graphql %s %s %s"
                .formatted(
                        reads.field().getFieldDefinition().getName(),
                        id,
                        reads.arguments().identity());
    }
}
