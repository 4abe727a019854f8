package org.depositary.gateway.live;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.security.ReadAccess;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.jboss.logging.Logger;

/**
 * Serves {@code GET /api/changes/stream}: server-sent events (HTML Living Standard). The id of an event is its cursor,
 * so a client that reconnects with its last id gets every change exactly once.
 */
@ApplicationScoped
class ChangeStreamRoute {

    private static final Logger LOG = Logger.getLogger(ChangeStreamRoute.class);
    private static final String PATH = "/api/changes/stream";
    private static final Set<String> PARAMETERS =
            new TreeSet<>(Set.of("since", "organization", "party", "type", "kind", "actor"));

    private final StreamPlaces places;
    private final SubscriberRegistry subscribers;
    private final ChangeLogTail tail;
    private final ResumePointFinder resumePoints;
    private final GatewayDatabase database;
    private final LiveSettings settings;
    private final PublicUrl publicUrl;

    ChangeStreamRoute(
            StreamPlaces places,
            SubscriberRegistry subscribers,
            ChangeLogTail tail,
            ResumePointFinder resumePoints,
            GatewayDatabase database,
            LiveSettings settings,
            PublicUrl publicUrl) {
        this.places = places;
        this.subscribers = subscribers;
        this.tail = tail;
        this.resumePoints = resumePoints;
        this.database = database;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    /** Registers the route without an order, because a low order would run before authentication and bypass it. */
    void register(@Observes Router router) {
        router.route(HttpMethod.GET, PATH).handler(this::subscribe);
        router.route(HttpMethod.HEAD, PATH)
                .handler(request -> startResponse(request.response()).end());
    }

    private void subscribe(RoutingContext request) {
        if (subscribers.isClosing()) {
            sendAway(request.response());
            return;
        }
        try {
            var leave = places.take(request);
            request.addEndHandler(ended -> leave.run());
            var eventLoop = ((ContextInternal) request.vertx().getOrCreateContext()).unwrap();
            subscribers.offLoop(() -> openStream(request, eventLoop));
        } catch (Problem refused) {
            ProblemJson.send(refused, request.response());
        }
    }

    /** Ends the stream at once. After an error status, an EventSource would never reconnect. */
    private void sendAway(HttpServerResponse response) {
        startResponse(response).end("retry: %d\n\n".formatted(ReconnectDelay.randomMillis(settings.reconnectWithin())));
    }

    /** Opens a stream. Reads the database and the names of parties, so this must not run on the event loop. */
    private void openStream(RoutingContext request, Context eventLoop) {
        try {
            var stream = parse(request, eventLoop);
            var since = stream.since();
            var start = since.isEmpty()
                    ? Optional.of(tail.ring().last())
                    : database.snapshot(connection -> resumePoints.find(connection, since.get()));
            eventLoop.runOnContext(now -> begin(stream, start));
        } catch (Problem refused) {
            eventLoop.runOnContext(now -> ProblemJson.send(refused, request.response()));
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("Cannot read the change log to open a stream", failure);
            var problem = Problem.of(ProblemType.UNAVAILABLE, "The change log cannot be read now");
            eventLoop.runOnContext(now -> ProblemJson.send(problem, request.response()));
        }
    }

    private static StreamRequest parse(RoutingContext request, Context eventLoop) {
        var filter = filter(request);
        var since = nonBlank(request.queryParams().get("since")).map(ResumePoint::parse);
        if (since.isPresent() && since.get() instanceof ResumePoint.From(var instant)) {
            filter = filter.recordedFrom(instant);
        }
        // An EventSource reconnects to the same URL, so its last id takes precedence over the parameter since.
        var lastId = nonBlank(request.request().getHeader("Last-Event-ID")).map(ResumePoint::lastEventId);
        return new StreamRequest(request, eventLoop, filter, lastId.or(() -> since));
    }

    private static Optional<String> nonBlank(String parameter) {
        return Optional.ofNullable(parameter).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ChangeFilter filter(RoutingContext request) {
        var parameters = request.queryParams();
        for (var name : parameters.names()) {
            if (!PARAMETERS.contains(name)) {
                throw InvalidParameterProblem.of(
                        name, "unknown parameter. Known parameters: " + String.join(", ", PARAMETERS));
            }
        }
        return ChangeFilterParameters.filter(
                        parameters.getAll("organization"),
                        parameters.getAll("party"),
                        parameters.getAll("type"),
                        parameters.getAll("kind"))
                .recordedBy(ChangeFilterParameters.actors(parameters.getAll("actor")));
    }

    /** @param start empty if the client's cursor is unknown: it gets a reset event and continues from now */
    private void begin(StreamRequest stream, Optional<Cursor> start) {
        var group = subscribers.group(stream.eventLoop());
        var subscriber = new StreamSubscriber(
                startResponse(stream.response()),
                stream::disconnect,
                stream.filter(),
                publicUrl.link(stream.snapshot()),
                start.orElseGet(() -> tail.ring().last()));
        stream.response().drainHandler(drained -> group.drained(subscriber));
        stream.request().addEndHandler(ended -> group.remove(subscriber));
        ReadAccess.end(stream.request()).ifPresent(end -> closeAt(end, stream, subscriber));
        group.add(subscriber, start.isEmpty());
        subscribers.closeIfShuttingDown(group);
    }

    /** The client reconnects with its last id. Its session is refreshed then; an expired token is refused. */
    private static void closeAt(Instant end, StreamRequest stream, StreamSubscriber subscriber) {
        var vertx = stream.request().vertx();
        long millis = Math.max(1, Duration.between(Instant.now(), end).toMillis());
        long timer = vertx.setTimer(millis, now -> subscriber.close(StreamSubscriber.RETRY_MILLIS));
        stream.request().addEndHandler(ended -> vertx.cancelTimer(timer));
    }

    private static HttpServerResponse startResponse(HttpServerResponse response) {
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        return response.setChunked(true);
    }
}
