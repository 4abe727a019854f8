package org.depositary.gateway.hooks.address;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Resolves the host of a receiver and checks all its addresses. The caller must connect to one of the result. */
@ApplicationScoped
public class ReceiverAddresses {

    private static final int THREADS = 32;

    private final AddressSettings settings;

    /** Platform threads, because a lookup blocks its thread in native code, for as long as a name server does not answer. */
    private final ExecutorService lookups = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("webhook-dns-", 0).daemon().factory());

    ReceiverAddresses(AddressSettings settings) {
        this.settings = settings;
    }

    void stop(@Observes ShutdownEvent stopping) {
        lookups.shutdownNow();
    }

    /**
     * The addresses of the host, at least one.
     *
     * @throws RefusedAddress if the host is unknown, if a lookup takes longer than the limit, or if one of the addresses is not
     *     public and private ones are not allowed
     */
    public List<InetAddress> find(String host, Duration limit) throws RefusedAddress, InterruptedException {
        var addresses = resolve(host, limit);
        if (!isAllowed(addresses)) {
            throw new RefusedAddress("%s has an address that is not public".formatted(host));
        }
        return addresses;
    }

    /** Whether the host has an address to which nothing may be sent. False if it cannot be resolved now. */
    public boolean isRefused(String host, Duration limit) throws InterruptedException {
        try {
            return !isAllowed(resolve(host, limit));
        } catch (RefusedAddress unresolved) {
            return false;
        }
    }

    private boolean isAllowed(List<InetAddress> found) {
        return settings.allowPrivate() || found.stream().allMatch(AddressRule::isPublic);
    }

    private List<InetAddress> resolve(String host, Duration limit) throws RefusedAddress, InterruptedException {
        var lookup = lookups.submit(() -> InetAddress.getAllByName(host));
        try {
            return Stream.of(lookup.get(limit.toMillis(), TimeUnit.MILLISECONDS))
                    .map(ReceiverAddresses::withoutName)
                    .toList();
        } catch (ExecutionException failure) {
            throw new RefusedAddress("The name %s cannot be resolved".formatted(host));
        } catch (TimeoutException failure) {
            lookup.cancel(false);
            throw new RefusedAddress("The name %s was not resolved within %d ms".formatted(host, limit.toMillis()));
        }
    }

    /** An address without its name cannot be resolved a second time, to another result. */
    private static InetAddress withoutName(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
