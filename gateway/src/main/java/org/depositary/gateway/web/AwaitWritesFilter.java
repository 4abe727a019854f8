package org.depositary.gateway.web;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Delays a read with header {@code Depositary-After} until the writes in that header can be read. The wait uses a
 * virtual thread, and a worker thread is taken only afterwards. So many waiting clients do not block other reads.
 */
class AwaitWritesFilter {

    private final WriteVersionWaiter writes;
    private final ExecutorService threads;

    AwaitWritesFilter(WriteVersionWaiter writes, @VirtualThreads ExecutorService threads) {
        this.writes = writes;
        this.threads = threads;
    }

    /** Runs before all filters that could occupy a worker thread. */
    @ServerRequestFilter(nonBlocking = true, priority = 0)
    public Uni<Void> await(ContainerRequestContext request) {
        var versions = request.getHeaders().getOrDefault("Depositary-After", List.of());
        if (versions.isEmpty()) {
            return null;
        }
        var prefer = Optional.ofNullable(request.getHeaderString("Prefer"));
        return Uni.createFrom()
                .<Void>item(Unchecked.supplier(() -> {
                    writes.await(versions, prefer);
                    return null;
                }))
                .runSubscriptionOn(threads);
    }
}
