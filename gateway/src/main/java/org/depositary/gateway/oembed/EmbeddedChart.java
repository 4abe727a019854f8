package org.depositary.gateway.oembed;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chart that a page of the dashboard shows.
 *
 * @param id of an organisation or an exercise, or the code of a party; empty for a chart of all exercises
 * @param view the query parameters that decide what the chart shows, not decoded
 */
record EmbeddedChart(ChartKind kind, String id, Map<String, String> view) {

    private static final String EXERCISES = "/exercises";
    private static final String TAB = "tab";
    private static final String MATRIX = "matrix";

    /** Parameters of the page around the chart. */
    private static final Set<String> OF_PAGE = Set.of("open", TAB);

    /** The chart at an address of the dashboard: that of a bare page, or the first one of a page. Empty if it has none. */
    static Optional<EmbeddedChart> at(URI address) {
        var path = address.getPath().replaceFirst("(?<=.)/$", "");
        var view = parameters(address);
        var tab = path.equals(EXERCISES) && MATRIX.equals(view.get(TAB)) ? "?tab=matrix" : "";
        view.keySet().removeAll(OF_PAGE);
        return Stream.of(ChartKind.values())
                .flatMap(kind -> kind.idIn(path, tab).map(id -> new EmbeddedChart(kind, id, view)).stream())
                .findFirst();
    }

    private static Map<String, String> parameters(URI address) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : Optional.ofNullable(address.getRawQuery()).orElse("").split("&")) {
            var name = pair.split("=", 2)[0];
            if (!name.isEmpty()) {
                parameters.put(name, pair.substring(Math.min(pair.length(), name.length() + 1)));
            }
        }
        return parameters;
    }

    /** The decoded value of a query parameter. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(view.get(name)).map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8));
    }

    /** The path and query of the bare page of the chart. */
    String path() {
        var query = view.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return kind.barePath(id) + (query.isEmpty() ? "" : "?" + query);
    }
}
