package org.depositary.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the requests of each client. Keeps a limited number of clients, and forgets those that are idle longest. */
@ApplicationScoped
public class RequestLimiter {

    private final RequestRate authenticated;
    private final RequestRate anonymous;
    private final Cache<Client, Bucket> buckets;

    RequestLimiter(
            @ConfigProperty(name = "depositary.limits.requests-per-second") int perSecond,
            @ConfigProperty(name = "depositary.limits.request-burst") int burst,
            @ConfigProperty(name = "depositary.limits.anonymous-requests-per-second") int anonymousPerSecond,
            @ConfigProperty(name = "depositary.limits.anonymous-request-burst") int anonymousBurst,
            @ConfigProperty(name = "depositary.limits.clients", defaultValue = "100000") int clients) {
        this.authenticated = new RequestRate("subject", perSecond, burst);
        this.anonymous = new RequestRate("address", anonymousPerSecond, anonymousBurst);
        this.buckets = Caffeine.newBuilder().maximumSize(clients).build();
    }

    /** Takes one request from the client's quota. Empty if requests are not limited. */
    Optional<RequestQuota> take(Client client) {
        var rate =
                switch (client) {
                    case Client.Authenticated known -> authenticated;
                    case Client.Anonymous unknown -> anonymous;
                };
        if (rate.isUnlimited()) {
            return Optional.empty();
        }
        var bucket = buckets.get(client, first -> rate.newBucket());
        return Optional.of(new RequestQuota(rate, bucket.tryConsumeAndReturnRemaining(1)));
    }

    /** Takes one request from the client's quota, for a request inside an open connection. Returns false if it is empty. */
    public boolean allows(Client client) {
        return take(client).filter(RequestQuota::isExceeded).isEmpty();
    }

    /** The number of clients whose requests are counted now. */
    long keptClients() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
