package org.depositary.gateway.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.gateway.graph.reads.RequestReads;
import org.depositary.gateway.web.WriteVersionWaiter;
import org.depositary.gateway.web.tags.ContentHash;
import org.depositary.gateway.web.tags.ReadTag;
import org.jboss.logging.Logger;

/** Serves GraphQL over HTTP at {@code /graphql}, and the schema. */
@ApplicationScoped
class GraphQlRoute {

    private static final Logger LOG = Logger.getLogger(GraphQlRoute.class);
    private static final String PATH = "/graphql";

    /** After authorization. */
    private static final int ORDER = -(SecurityHandlerPriorities.AUTHORIZATION - 10);

    private static final String JSON = "application/json";

    /** Writes null, unlike the mapper of REST: a field that was asked for is never left out. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GraphQlEngine engine;
    private final GraphQlSettings settings;
    private final CallerReads callers;
    private final ExecutionPlaces places;
    private final WriteVersionWaiter writes;
    private final ExecutorService threads;

    GraphQlRoute(
            GraphQlEngine engine,
            GraphQlSettings settings,
            CallerReads callers,
            ExecutionPlaces places,
            WriteVersionWaiter writes,
            @VirtualThreads ExecutorService threads) {
        this.engine = engine;
        this.settings = settings;
        this.callers = callers;
        this.places = places;
        this.writes = writes;
        this.threads = threads;
    }

    void register(@Observes Router router) {
        router.get(PATH + "/schema.graphql").order(ORDER).handler(context -> context.response()
                .putHeader("Content-Type", "application/graphql; charset=utf-8")
                .end(engine.schema()));
        router.get(PATH)
                .order(ORDER + 1)
                .handler(context -> answer(context, () -> GraphQlRequest.of(context.queryParams())));
        router.post(PATH).order(ORDER + 1).handler(this::checkBody).failureHandler(GraphQlRoute::refuseBody);
        router.post(PATH)
                .order(ORDER + 2)
                .handler(BodyHandler.create(false)
                        .setBodyLimit(settings.largestRequest().asLongValue()))
                .failureHandler(GraphQlRoute::refuseBody);
        router.post(PATH)
                .order(ORDER + 3)
                .handler(context -> answer(
                        context,
                        () -> GraphQlRequest.of(
                                Optional.ofNullable(context.body().asString()).orElse(""))));
    }

    private void checkBody(RoutingContext context) {
        var type =
                Optional.ofNullable(context.request().getHeader("Content-Type")).orElse("");
        if (type.split(";")[0].strip().equalsIgnoreCase(JSON)) {
            context.request().resume();
            context.next();
        } else {
            ProblemJson.send(
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send application/json"), context.response());
        }
    }

    private static void refuseBody(RoutingContext context) {
        if (context.statusCode() == ProblemType.TOO_LARGE.status()) {
            var problem =
                    Problem.of(ProblemType.TOO_LARGE, "The body is larger than depositary.graphql.largest-request");
            ProblemJson.send(problem, context.response());
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, Supplier<GraphQlRequest> request) {
        var type = ResponseType.of(context.request().getHeader("Accept"));
        if (type.isEmpty()) {
            ProblemJson.send(
                    Problem.of(ProblemType.NOT_ACCEPTABLE, "None of the media types in Accept is available"),
                    context.response());
            return;
        }
        var reads = callers.reads(context);
        awaitWrites(context)
                .compose(awaited -> execute(context, request, reads))
                .onSuccess(result -> send(context, type.get(), result, reads))
                .onFailure(failure -> refuse(context, failure));
    }

    /** Takes the place first, so that a refused document does not wait for a worker thread. */
    private Future<ExecutionResult> execute(
            RoutingContext context, Supplier<GraphQlRequest> request, RequestReads reads) {
        var leave = places.take(context);
        return context.vertx()
                .executeBlocking(() -> engine.execute(request.get(), reads, Map.of()), false)
                .onComplete(executed -> leave.run());
    }

    /** Waits on a virtual thread, so that waiting requests do not occupy worker threads. */
    private Future<Void> awaitWrites(RoutingContext context) {
        var request = context.request();
        var versions = request.headers().getAll("Depositary-After");
        if (versions.isEmpty()) {
            return Future.succeededFuture();
        }
        var prefer = Optional.ofNullable(request.getHeader("Prefer"));
        var awaited = Promise.<Void>promise();
        threads.execute(() -> {
            try {
                writes.await(versions, prefer);
                awaited.complete();
            } catch (SQLException | RuntimeException failure) {
                awaited.fail(failure);
            }
        });
        return awaited.future();
    }

    private void send(RoutingContext context, ResponseType type, ExecutionResult result, RequestReads reads) {
        try {
            var body = MAPPER.writeValueAsString(result.toSpecification());
            var response = context.response();
            reads.known().ifPresent(cursor -> response.putHeader("Depositary-Cursor", cursor.toString()));
            response.setStatusCode(type.status(result))
                    .putHeader("Content-Type", type.mediaType() + "; charset=utf-8")
                    .putHeader("Cache-Control", "no-cache")
                    .putHeader("Vary", "Accept, Accept-Language, Authorization");
            var tag = tag(context.request(), result, body);
            tag.ifPresent(known -> response.putHeader("ETag", known.toString()));
            var ifNoneMatch = Optional.ofNullable(context.request().getHeader("If-None-Match"));
            if (tag.filter(known -> known.isIn(ifNoneMatch)).isPresent()) {
                response.setStatusCode(304).end();
            } else {
                response.end(body);
            }
        } catch (JsonProcessingException failure) {
            refuse(context, failure);
        }
    }

    /** The entity tag of the answer to a GET. Empty for an error, which can be gone at the next request. */
    private static Optional<ReadTag> tag(HttpServerRequest request, ExecutionResult result, String body) {
        return request.method().equals(HttpMethod.GET) && result.getErrors().isEmpty()
                ? Optional.of(ReadTag.ofContent(ContentHash.of(body)))
                : Optional.empty();
    }

    private static void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof Problem problem) {
            ProblemJson.send(problem, context.response());
        } else if (failure instanceof SQLException) {
            LOG.warn("The database is not available", failure);
            ProblemJson.send(
                    Problem.of(ProblemType.UNAVAILABLE, "The database cannot be reached now"), context.response());
        } else {
            LOG.error("A GraphQL request failed", failure);
            ProblemJson.send(Problem.of(ProblemType.INTERNAL, "The error was logged"), context.response());
        }
    }
}
