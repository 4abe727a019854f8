package org.depositary.gateway.graph.subscriptions;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.live.ChangeFilterParameters;
import org.depositary.gateway.live.ChangeFollower;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** Publishes the messages of the subscription {@code changes}. */
@ApplicationScoped
class ChangesPublisher implements DataFetcher<Publisher<Map<String, Object>>> {

    static final String FIELD = "changes";
    static final String SINCE = "since";
    static final String FILTER = "filter";

    /** In the GraphQL context of operations that came over a WebSocket. */
    static final Object OVER_SOCKET = ChangesPublisher.class;

    private final ChangeFollower follower;
    private final ChangeFeeds feeds;
    private final PublicUrl publicUrl;

    ChangesPublisher(ChangeFollower follower, ChangeFeeds feeds, PublicUrl publicUrl) {
        this.follower = follower;
        this.feeds = feeds;
        this.publicUrl = publicUrl;
    }

    @Override
    public Publisher<Map<String, Object>> get(DataFetchingEnvironment field) throws SQLException {
        if (!field.getGraphQlContext().hasKey(OVER_SOCKET)) {
            throw Problem.of(
                    ProblemType.BAD_QUERY, "A subscription needs a WebSocket with subprotocol graphql-transport-ws");
        }
        var filter = Optional.<Map<String, List<String>>>ofNullable(field.getArgument(FILTER))
                .orElse(Map.of());
        var selected = ChangeFilterParameters.filter(
                values(filter, "organization"),
                values(filter, "party"),
                values(filter, "type"),
                values(filter, "kind"));
        Optional<String> since = Optional.ofNullable(field.getArgument(SINCE));
        var start = follower.start(since.map(String::strip).filter(text -> !text.isEmpty()), selected);
        return FlowAdapters.toPublisher(feeds.from(start, publicUrl.link(snapshot(filter))));
    }

    private static List<String> values(Map<String, List<String>> filter, String name) {
        return Optional.ofNullable(filter.get(name)).orElse(List.of());
    }

    /** The URL where a client reads the same changes in pages, from the beginning. */
    private static String snapshot(Map<String, List<String>> filter) {
        var parameters = filter.keySet().stream()
                .flatMap(name -> values(filter, name).stream()
                        .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? "/api/changes" : "/api/changes?" + parameters;
    }
}
