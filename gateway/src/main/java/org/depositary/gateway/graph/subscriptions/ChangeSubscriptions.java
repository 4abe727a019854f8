package org.depositary.gateway.graph.subscriptions;

import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.live.ChangeFollower;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The subscription {@code changes}: the same changes as the stream of server-sent events. */
@GraphQLApi
@ApplicationScoped
public class ChangeSubscriptions {

    private final ChangeFollower follower;
    private final ChangeFeeds feeds;
    private final OperationExecutor executor;
    private final PublicUrl publicUrl;

    ChangeSubscriptions(
            ChangeFollower follower, ChangeFeeds feeds, OperationExecutor executor, PublicUrl publicUrl) {
        this.follower = follower;
        this.feeds = feeds;
        this.executor = executor;
        this.publicUrl = publicUrl;
    }

    @Subscription("changes")
    @Description("Changes as soon as reads show them. The first message has the cursor from which the subscription starts.")
    public Multi<ChangeMessage> changes(
            @Name("since") @Description("A cursor, or an instant (RFC 3339). Without it, from now on") String since,
            @Name("filter") @Description("Without it, all changes") ChangeSubscriptionFilter filter)
            throws SQLException {
        if (!executor.isOverSocket()) {
            throw Problem.of(
                    ProblemType.BAD_QUERY, "A subscription needs a WebSocket with subprotocol graphql-transport-ws");
        }
        var selected = Optional.ofNullable(filter).orElse(ChangeSubscriptionFilter.ALL);
        var start = follower.start(
                Optional.ofNullable(since).map(String::strip).filter(text -> !text.isEmpty()), selected.parsed());
        return feeds.from(start, publicUrl.link(snapshot(selected)));
    }

    @Query("cursor")
    @Description("The cursor up to which reads show changes now. A subscription after it gets all later ones.")
    @NonNull
    public String cursor() {
        return follower.newest().toString();
    }

    private static String snapshot(ChangeSubscriptionFilter filter) {
        var parameters = Stream.of(
                        parameters("organization", filter.organization()),
                        parameters("party", filter.party()),
                        parameters("type", filter.type()),
                        parameters("kind", filter.kind()))
                .flatMap(each -> each)
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? "/api/changes" : "/api/changes?" + parameters;
    }

    private static Stream<String> parameters(String name, List<String> values) {
        return Optional.ofNullable(values).stream()
                .flatMap(List::stream)
                .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
