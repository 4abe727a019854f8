package org.depositary.gateway.graph.reads;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.depositary.gateway.live.ChangeFilterParameters;
import org.depositary.gateway.live.ChangePages;

/** Reads a page of the change log as a connection. */
public record ChangesFetcher(ChangePages pages) implements DataFetcher<Object> {

    @Override
    public Object get(DataFetchingEnvironment field) throws SQLException {
        var given = FieldReads.of(field).arguments();
        var filter = ChangeFilterParameters.filter(
                given.several("organization"), given.several("party"), given.several("type"), given.several("kind"));
        var found = pages.read(given.text("since"), given.after(), filter, given.first());
        var edges = found.changes().stream().map(ChangesFetcher::edge).toList();
        return ConnectionPage.of(edges, found.hasNext());
    }

    private static Map<String, Object> edge(ChangePages.Change change) {
        Supplier<String> cursor = change::token;
        return Map.of("node", change.cloudEvent(), "cursor", cursor);
    }
}
