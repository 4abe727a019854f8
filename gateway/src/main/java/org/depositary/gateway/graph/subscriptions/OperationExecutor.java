package org.depositary.gateway.graph.subscriptions;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Executes operations as the extension executes those of HTTP requests: with the same schema and limits, and each in a request
 * context of its own with the identity of the client.
 */
@ApplicationScoped
class OperationExecutor {

    private static final String OVER_SOCKET = OperationExecutor.class.getName();

    private final ExecutionService executions;
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest requests;

    OperationExecutor(
            ExecutionService executions, CurrentIdentityAssociation identities, CurrentVertxRequest requests) {
        this.executions = executions;
        this.identities = identities;
        this.requests = requests;
    }

    /**
     * Executes an operation. Blocks until a query is answered, so this must not run on an event loop.
     *
     * @return ends the request context; must run once, when the operation has ended
     */
    Runnable execute(RoutingContext handshake, JsonObject operation, ExecutionResponseWriter writer) {
        var requestContext = Arc.container().requestContext();
        var state = requestContext.activate();
        try {
            handshake.put(OVER_SOCKET, true);
            requests.setCurrent(handshake);
            identities.setIdentity(QuarkusHttpUser.getSecurityIdentity(handshake, null));
            executions.executeAsync(operation, metadata(handshake, state), writer);
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestContext.deactivate();
        }
        return () -> requestContext.destroy(state);
    }

    /** The entries that the extension reads. */
    private static Map<String, Object> metadata(RoutingContext handshake, ContextState state) {
        var headers = new HashMap<String, List<String>>();
        handshake.request().headers().names().forEach(name -> headers.put(
                name, handshake.request().headers().getAll(name)));
        var metadata = new ConcurrentHashMap<String, Object>();
        metadata.put("runBlocking", true);
        metadata.put("httpHeaders", headers);
        metadata.put("state", state);
        return metadata;
    }

    /** Whether the current operation came over a WebSocket. */
    boolean isOverSocket() {
        var request = requests.getCurrent();
        return request != null && Boolean.TRUE.equals(request.get(OVER_SOCKET));
    }
}
