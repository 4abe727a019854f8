package org.depositary.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The services behind, by name. */
@ApplicationScoped
class Owners {

    private final BodyLimits limits;
    private final Map<String, PassThrough> byName;

    Owners(
            Vertx vertx,
            @ConfigProperty(name = "depositary.membership.url") URI membership,
            @ConfigProperty(name = "depositary.documents.url") URI documents,
            @ConfigProperty(name = "depositary.exercises.url") URI exercises,
            @ConfigProperty(name = "depositary.limits.json") MemorySize json,
            @ConfigProperty(name = "depositary.limits.document") MemorySize document,
            @ConfigProperty(name = "depositary.limits.import") MemorySize imported) {
        this.limits = new BodyLimits(json.asLongValue(), document.asLongValue(), imported.asLongValue());
        this.byName = Map.of(
                "membership", new PassThrough("membership", membership, limits, vertx),
                "documents", new PassThrough("documents", documents, limits, vertx),
                "exercises", new PassThrough("exercises", exercises, limits, vertx));
    }

    BodyLimits limits() {
        return limits;
    }

    PassThrough named(String owner) {
        return byName.get(owner);
    }
}
