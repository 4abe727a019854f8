package org.depositary.gateway.graph;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.depositary.gateway.graph.reads.RequestReads;
import org.depositary.gateway.read.SnapshotReader;
import org.depositary.gateway.web.TextAccessOfCaller;

/** Creates the reads of a request, with the languages and the rights of its caller. */
@ApplicationScoped
class CallerReads {

    private final SnapshotReader snapshots;

    CallerReads(SnapshotReader snapshots) {
        this.snapshots = snapshots;
    }

    RequestReads reads(RoutingContext caller) {
        return new RequestReads(
                snapshots,
                Optional.ofNullable(caller.request().getHeader("Accept-Language")),
                TextAccessOfCaller.of(QuarkusHttpUser.getSecurityIdentityBlocking(caller, null)));
    }
}
