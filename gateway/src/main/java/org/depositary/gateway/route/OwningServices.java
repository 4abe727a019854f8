package org.depositary.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class OwningServices {

    private final BodyLimits limits;
    private final Map<String, RequestForwarder> byName;

    OwningServices(
            Vertx vertx,
            @ConfigProperty(name = "depositary.membership.url") URI membership,
            @ConfigProperty(name = "depositary.documents.url") URI documents,
            @ConfigProperty(name = "depositary.exercises.url") URI exercises,
            @ConfigProperty(name = "depositary.limits.json") MemorySize json,
            @ConfigProperty(name = "depositary.limits.document") MemorySize document,
            @ConfigProperty(name = "depositary.limits.import") MemorySize imported) {
        this.limits = new BodyLimits(json.asLongValue(), document.asLongValue(), imported.asLongValue());
        this.byName = Map.of(
                "membership", new RequestForwarder("membership", membership, limits, vertx),
                "documents", new RequestForwarder("documents", documents, limits, vertx),
                "exercises", new RequestForwarder("exercises", exercises, limits, vertx));
    }

    BodyLimits limits() {
        return limits;
    }

    RequestForwarder named(String owner) {
        return byName.get(owner);
    }
}
