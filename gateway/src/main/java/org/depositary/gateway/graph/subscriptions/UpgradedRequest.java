package org.depositary.gateway.graph.subscriptions;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Ends the request of a WebSocket for Quarkus. At shutdown, Quarkus waits until every request that it has counted is done.
 * Vert.x answers an upgrade without the response that Quarkus observes, so Quarkus would wait for its whole timeout, also
 * for a WebSocket that was closed long before.
 */
final class UpgradedRequest {

    private static final MethodHandle DONE = done();

    private UpgradedRequest() {}

    /** Calls the method that a normal request calls at its end. It is not public. */
    private static MethodHandle done() {
        try {
            return MethodHandles.privateLookupIn(QuarkusRequestWrapper.class, MethodHandles.lookup())
                    .findVirtual(QuarkusRequestWrapper.class, "done", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException otherQuarkus) {
            throw new ExceptionInInitializerError(otherQuarkus);
        }
    }

    static void end(HttpServerRequest upgraded) {
        // Without a timeout for shutdown, Quarkus counts no requests.
        if (upgraded.getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME) != null) {
            end(QuarkusRequestWrapper.get(upgraded));
        }
    }

    private static void end(QuarkusRequestWrapper counted) {
        try {
            DONE.invokeExact(counted);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
