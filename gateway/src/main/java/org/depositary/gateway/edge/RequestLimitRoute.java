package org.depositary.gateway.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * Refuses the requests of a client that sends too many, before any work is done for them. A request with an invalid
 * token counts for the address that it comes from.
 */
@ApplicationScoped
class RequestLimitRoute {

    /** After authentication, which finds the subject, and before authorization. */
    private static final int ORDER = -(SecurityHandlerPriorities.AUTHORIZATION + 20);

    private final ClientIdentifier clients;
    private final RequestLimiter limiter;
    private final Counter refused;

    RequestLimitRoute(ClientIdentifier clients, RequestLimiter limiter, MeterRegistry metrics) {
        this.clients = clients;
        this.limiter = limiter;
        this.refused = Counter.builder("depositary.requests.limited")
                .description("Requests refused because their client sent too many")
                .register(metrics);
    }

    void register(@Observes Router router) {
        router.route()
                .order(ORDER)
                .handler(context -> passOrRefuse(context, clients.of(context)))
                .failureHandler(this::countFailure);
    }

    private void countFailure(RoutingContext context) {
        if (context.failure() instanceof AuthenticationFailedException) {
            passOrRefuse(context, clients.byAddress(context));
        } else {
            context.next();
        }
    }

    private void passOrRefuse(RoutingContext context, Client client) {
        var quota = limiter.take(client);
        if (context.response().headWritten()) {
            return;
        }
        quota.ifPresent(left -> left.writeTo(context.response().headers()));
        if (quota.filter(RequestQuota::isExceeded).isEmpty()) {
            context.next();
        } else {
            refused.increment();
            Refusal.send(context, tooMany(quota.get()));
        }
    }

    private static Problem tooMany(RequestQuota quota) {
        return Problem.of(
                ProblemType.RATE_LIMITED,
                "You have sent more than %d requests a second. Send the next one in %d s"
                        .formatted(quota.rate().perSecond(), quota.retryAfterSeconds()));
    }
}
