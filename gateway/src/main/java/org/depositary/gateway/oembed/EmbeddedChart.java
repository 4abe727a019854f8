package org.depositary.gateway.oembed;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The chart that a page of the dashboard shows.
 *
 * @param id of an organisation, or the code of a party
 * @param view the query parameters that decide what the chart shows, not decoded
 */
record EmbeddedChart(Subject subject, String id, Kind kind, Map<String, String> view) {

    enum Subject {
        ORGANIZATION("organizations"),
        PARTY("parties");

        private final String path;

        Subject(String path) {
            this.path = path;
        }
    }

    enum Kind {
        TIMELINE,
        MAP
    }

    private static final Pattern PATH =
            Pattern.compile("(/embed)?/(organizations|parties)/([A-Za-z0-9:_-]{1,100})(/timeline|/map)?/?");

    /** Parameters of the page around the chart. */
    private static final Set<String> OF_PAGE = Set.of("open", "tab");

    /** The chart at an address of the dashboard. Empty if the address has none. */
    static Optional<EmbeddedChart> at(URI address) {
        var matcher = PATH.matcher(address.getPath());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean embedded = matcher.group(1) != null;
        var chart = Optional.ofNullable(matcher.group(4));
        var subject = matcher.group(2).equals(Subject.PARTY.path) ? Subject.PARTY : Subject.ORGANIZATION;
        var kind = chart.filter("/map"::equals).isPresent() ? Kind.MAP : Kind.TIMELINE;
        if (embedded != chart.isPresent() || kind == Kind.MAP && subject == Subject.PARTY) {
            return Optional.empty();
        }
        return Optional.of(new EmbeddedChart(subject, matcher.group(3), kind, view(address)));
    }

    private static Map<String, String> view(URI address) {
        var view = new LinkedHashMap<String, String>();
        for (var pair : Optional.ofNullable(address.getRawQuery()).orElse("").split("&")) {
            var name = pair.split("=", 2)[0];
            if (!name.isEmpty() && !OF_PAGE.contains(name)) {
                view.put(name, pair.substring(Math.min(pair.length(), name.length() + 1)));
            }
        }
        return view;
    }

    /** The decoded value of a query parameter. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(view.get(name)).map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8));
    }

    /** The path and query of the bare page of the chart. */
    String path() {
        var query = new ArrayList<String>();
        view.forEach((name, value) -> query.add(name + "=" + value));
        return "/embed/%s/%s/%s%s"
                .formatted(
                        subject.path,
                        id,
                        kind == Kind.MAP ? "map" : "timeline",
                        query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** @param name of the organisation or party */
    String title(String name) {
        return kind == Kind.MAP
                ? "%s: members on a map".formatted(name)
                : "%s: memberships through time".formatted(name);
    }
}
