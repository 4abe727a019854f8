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
 * Lets a read that names writes ({@code Depositary-After}) begin when they can be read. It waits on a thread that costs
 * nothing, and takes one of those that ask the database only then: many who wait do not keep others from reading.
 */
class AwaitWritesFilter {

    private final WriteVersionWaiter writes;
    private final ExecutorService threads;

    AwaitWritesFilter(WriteVersionWaiter writes, @VirtualThreads ExecutorService threads) {
        this.writes = writes;
        this.threads = threads;
    }

    /** Before all filters that may take such a thread. */
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
