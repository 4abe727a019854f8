package org.depositary.gateway.route;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;

/** Sends each request for data where its operation is answered: here, or by the service that owns it. */
@ApplicationScoped
class RequestRouter {

    private final RouteTable addresses;
    private final OwningServices owners;

    RequestRouter(RouteTable addresses, OwningServices owners) {
        this.addresses = addresses;
        this.owners = owners;
    }

    void register(@Observes Router router) {
        // In the order of registration: after who the caller is has been found out and allowed, before the resources.
        router.route("/api/*").handler(this::route);
    }

    private void route(RoutingContext context) {
        var request = context.request();
        var address = addresses.of(context.normalizedPath());
        if (address.isEmpty()) {
            context.next();
        } else if (!address.get().takes(request.method())) {
            request.response().putHeader("Allow", address.get().allow());
            refuse(
                    request,
                    Problem.of(
                            ProblemType.METHOD_NOT_ALLOWED,
                            "This address takes " + address.get().allow()));
        } else {
            address.get().owner(request.method()).ifPresentOrElse(owner -> pass(context, owner), context::next);
        }
    }

    private void pass(RoutingContext context, String owner) {
        var request = context.request();
        if (!HopByHopHeaders.hasKnownCoding(request)) {
            refuseAndClose(
                    request, Problem.of(ProblemType.MALFORMED, "Transfer-Encoding takes 'chunked' only, in HTTP/1.1"));
            return;
        }
        if (owners.limits().isExceeded(request)) {
            // Whoever sends more than is taken may be slow to notice.
            request.response().putHeader("Connection", "close");
            refuse(request, BodyLimits.tooLarge(owners.limits().of(request)));
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        owners.named(owner).handle(context);
    }

    /** Nobody can tell where such a request ends (RFC 9112, section 6.1). */
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
