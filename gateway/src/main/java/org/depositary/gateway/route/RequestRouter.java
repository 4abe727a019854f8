package org.depositary.gateway.route;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.gateway.login.SessionForwarding;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/** Routes each request to the operation that answers it: in the gateway, or in a backend service. */
@ApplicationScoped
class RequestRouter {

    private final RouteTable addresses;
    private final OwningServices owners;

    RequestRouter(RouteTable addresses, OwningServices owners) {
        this.addresses = addresses;
        this.owners = owners;
    }

    void register(@Observes Router router) {
        // Has no explicit order, so it runs after authentication and authorization, and before the resources.
        router.route("/api/*").handler(this::route);
    }

    private void route(RoutingContext context) {
        var request = context.request();
        var address = addresses.of(context.normalizedPath());
        if (address.isEmpty()) {
            context.next();
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            request.response()
                    .putHeader("Allow", address.get().allow())
                    .setStatusCode(204)
                    .end();
            request.resume();
        } else if (!address.get().takes(request.method())) {
            request.response().putHeader("Allow", address.get().allow());
            refuse(
                    request,
                    Problem.of(
                            ProblemType.METHOD_NOT_ALLOWED,
                            "Allowed methods: " + address.get().allow()));
        } else {
            address.get()
                    .owner(request.method())
                    .map(owner -> ImportOwner.of(context.normalizedPath()).orElse(owner))
                    .ifPresentOrElse(owner -> pass(context, owner), () -> answerHere(context));
        }
    }

    private void answerHere(RoutingContext context) {
        var request = context.request();
        if (owners.limits().isExceeded(request)) {
            refuseTooLarge(request);
        } else {
            // For a body without a length, which Quarkus counts while a resource reads it.
            context.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, owners.limits().of(request));
            context.next();
        }
    }

    private void pass(RoutingContext context, String owner) {
        var request = context.request();
        if (!HopByHopHeaders.hasKnownCoding(request)) {
            refuseAndClose(
                    request,
                    Problem.of(ProblemType.MALFORMED, "Transfer-Encoding must be 'chunked', and only in HTTP/1.1"));
            return;
        }
        if (owners.limits().isExceeded(request)) {
            refuseTooLarge(request);
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        SessionForwarding.replaceCookies(context);
        owners.named(owner).handle(context);
    }

    /** Closes the connection after the response, because the client may go on sending its large body. */
    private void refuseTooLarge(HttpServerRequest request) {
        request.response().putHeader("Connection", "close");
        refuse(request, BodyLimits.tooLarge(owners.limits().of(request)));
    }

    /**
     * Refuses a request and closes its connection, because it is unclear where the request ends (RFC 9112, section
     * 6.1).
     */
    private static void refuseAndClose(HttpServerRequest request, Problem problem) {
        request.response().putHeader("Connection", "close");
        refuse(request, problem);
        request.connection().close();
    }

    static void refuse(HttpServerRequest request, Problem problem) {
        ProblemJson.send(problem, request.response());
        request.resume();
    }
}
