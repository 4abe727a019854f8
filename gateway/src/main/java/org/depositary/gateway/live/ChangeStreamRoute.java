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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.web.InvalidParameter;
import org.jboss.logging.Logger;

/**
 * {@code GET /api/changes/stream}: server-sent events (HTML Living Standard). The id of an event is its cursor, so an
 * EventSource that comes back misses nothing and sees nothing twice.
 */
@ApplicationScoped
class ChangeStreamRoute {

    private static final Logger LOG = Logger.getLogger(ChangeStreamRoute.class);
    private static final String PATH = "/api/changes/stream";
    private static final Set<String> PARAMETERS =
            new TreeSet<>(Set.of("since", "organization", "party", "type", "kind"));

    private final SubscriberGroups subscribers;
    private final ChangeLogTail tail;
    private final ResumePointFinder starts;
    private final GatewayDatabase database;

    ChangeStreamRoute(
            SubscriberGroups subscribers, ChangeLogTail tail, ResumePointFinder starts, GatewayDatabase database) {
        this.subscribers = subscribers;
        this.tail = tail;
        this.starts = starts;
        this.database = database;
    }

    /** Without an order of its own: one before the checks of tokens would bypass them. */
    void register(@Observes Router router) {
        router.route(HttpMethod.GET, PATH).handler(this::subscribe);
        router.route(HttpMethod.HEAD, PATH)
                .handler(request -> head(request.response()).end());
    }

    private void subscribe(RoutingContext request) {
        if (!subscribers.enter()) {
            refuse(
                    request.response(),
                    Problem.of(
                            ProblemType.UNAVAILABLE,
                            "This gateway takes no more subscribers now: it has as many as it allows, or it shuts down"));
            return;
        }
        request.addEndHandler(ended -> subscribers.leave());
        var eventLoop = ((ContextInternal) request.vertx().getOrCreateContext()).unwrap();
        subscribers.offLoop(() -> find(request, eventLoop));
    }

    /** Asks the database and the names of parties, so not on the event loop. */
    private void find(RoutingContext request, Context eventLoop) {
        try {
            var opening = opening(request, eventLoop);
            var since = opening.since();
            var place = since.isEmpty()
                    ? Optional.of(tail.ring().last())
                    : database.autoCommit(connection -> starts.find(connection, since.get()));
            eventLoop.runOnContext(now -> begin(opening, place));
        } catch (Problem refused) {
            eventLoop.runOnContext(now -> refuse(request.response(), refused));
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("A stream cannot begin now", failure);
            var problem = Problem.of(ProblemType.UNAVAILABLE, "The change log cannot be read now");
            eventLoop.runOnContext(now -> refuse(request.response(), problem));
        }
    }

    private static StreamRequest opening(RoutingContext request, Context eventLoop) {
        var filter = filter(request);
        var asked = text(request.queryParams().get("since")).map(ResumePoint::parse);
        if (asked.isPresent() && asked.get() instanceof ResumePoint.From(var instant)) {
            filter = filter.recordedFrom(instant);
        }
        // An EventSource comes back to the same address: its last id goes before what stands there.
        var lastId = text(request.request().getHeader("Last-Event-ID")).map(ResumePoint::lastEventId);
        return new StreamRequest(request, eventLoop, filter, lastId.or(() -> asked));
    }

    private static Optional<String> text(String parameter) {
        return Optional.ofNullable(parameter).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ChangeFilter filter(RoutingContext request) {
        var parameters = request.queryParams();
        for (var name : parameters.names()) {
            if (!PARAMETERS.contains(name)) {
                throw InvalidParameter.of(
                        name, "there is no such parameter here; known are " + String.join(", ", PARAMETERS));
            }
        }
        return ChangeFilterParameters.filter(
                parameters.getAll("organization"),
                parameters.getAll("party"),
                parameters.getAll("type"),
                parameters.getAll("kind"));
    }

    /** @param place empty when what the client has seen is unknown here: it is told so, and goes on from now */
    private void begin(StreamRequest opening, Optional<Cursor> place) {
        var group = subscribers.group(opening.eventLoop());
        var subscriber = new StreamSubscriber(
                head(opening.response()),
                opening::cut,
                opening.filter(),
                opening.snapshot(),
                place.orElseGet(() -> tail.ring().last()));
        opening.response().drainHandler(drained -> group.drained(subscriber));
        opening.request().addEndHandler(ended -> group.remove(subscriber));
        group.add(subscriber, place.isEmpty());
        subscribers.closeIfShuttingDown(group);
    }

    private static HttpServerResponse head(HttpServerResponse response) {
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        return response.setChunked(true);
    }

    private static void refuse(HttpServerResponse response, Problem problem) {
        if (!response.closed()) {
            response.setStatusCode(problem.type().status()).putHeader("Content-Type", ProblemJson.MEDIA_TYPE);
            problem.retryAfter()
                    .ifPresent(wait -> response.putHeader("Retry-After", "" + Math.max(1, wait.toSeconds())));
            response.end(ProblemJson.of(problem).toJson());
        }
    }
}
