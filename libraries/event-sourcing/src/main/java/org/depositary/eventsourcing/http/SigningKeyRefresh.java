package org.depositary.eventsourcing.http;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Fetches the keys of the OpenID provider at intervals. Without it, a service would fetch them only for a token with an unknown
 * key, and would go on to accept tokens of a key that was disabled because it leaked.
 */
@ApplicationScoped
class SigningKeyRefresh {

    private static final Logger LOG = Logger.getLogger(SigningKeyRefresh.class);

    private final TenantConfigBean tenants;
    private final Vertx vertx;
    private final Duration interval;

    SigningKeyRefresh(
            TenantConfigBean tenants,
            Vertx vertx,
            @ConfigProperty(name = "depositary.tokens.refresh-keys-every", defaultValue = "5M") Duration interval) {
        this.tenants = tenants;
        this.vertx = vertx;
        this.interval = interval;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(interval.toMillis(), now -> all().forEach(SigningKeyRefresh::refresh));
    }

    private Stream<TenantConfigContext> all() {
        return Stream.concat(Stream.of(tenants.getDefaultTenant()), tenants.getStaticTenantsConfig().values().stream())
                .filter(tenant -> tenant.oidcConfig().authServerUrl().isPresent());
    }

    private static void refresh(TenantConfigContext tenant) {
        if (tenant.ready()) {
            fetchKeys(tenant).subscribe().with(done -> {}, SigningKeyRefresh::report);
        } else {
            tenant.initialize()
                    .subscribe()
                    .with(connected -> LOG.info("Connected to the OpenID provider"), alreadyLogged -> {});
        }
    }

    /** The interface of Quarkus fetches keys only together with the verification of a token. This one is empty. */
    private static Uni<?> fetchKeys(TenantConfigContext tenant) {
        return tenant.provider().refreshJwksAndVerifyJwtToken("", false, false, null);
    }

    private static void report(Throwable failure) {
        if (!(failure instanceof InvalidJwtException)) {
            LOG.warnf(
                    "Cannot fetch the keys of the OpenID provider. The known keys stay in use: %s",
                    failure.getMessage());
        }
    }
}
