package org.depositary.gateway.graph.reads;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.web.PageToken;

/** A page as a connection (GraphQL Cursor Connections Specification). Cursors are made only for clients that ask for them. */
final class ConnectionPage {

    private ConnectionPage() {}

    /** @param identity equal for all pages of the list */
    static <T> Map<String, Object> of(KeysetPage<T> page, AsOfPoint asOf, String identity, Function<T, JsonNode> json) {
        var edges = new ArrayList<Map<String, Object>>();
        for (var item : page.keyed()) {
            Supplier<String> cursor = () -> new PageToken(asOf, item.key()).text(identity);
            edges.add(Map.of("node", json.apply(item.item()), "cursor", cursor));
        }
        return of(edges, page.last().isPresent());
    }

    static Map<String, Object> of(List<Map<String, Object>> edges, boolean hasNext) {
        Supplier<Object> end =
                () -> edges.isEmpty() ? null : ((Supplier<?>) edges.getLast().get("cursor")).get();
        return Map.of("edges", edges, "pageInfo", Map.of("hasNextPage", hasNext, "endCursor", end));
    }

    static Map<String, Object> empty() {
        return of(List.of(), false);
    }
}
