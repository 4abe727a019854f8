package org.depositary.gateway.hooks.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.depositary.gateway.hooks.store.PendingDelivery;

/** The pending deliveries of one webhook. Only the first of each stream may be tried. */
final class PendingQueue {

    private final TreeMap<Long, PendingDelivery> byNumber = new TreeMap<>();
    private final Map<String, Integer> countByStream = new HashMap<>();

    PendingQueue(Collection<PendingDelivery> pending) {
        pending.forEach(this::put);
    }

    /** Adds a delivery, or replaces it. */
    void put(PendingDelivery delivery) {
        if (byNumber.put(delivery.number(), delivery) == null) {
            countByStream.merge(delivery.stream(), 1, Integer::sum);
        }
    }

    void remove(PendingDelivery delivery) {
        if (byNumber.remove(delivery.number()) != null) {
            countByStream.computeIfPresent(delivery.stream(), (stream, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Whether a delivery of the stream is pending, so that later changes of the stream must wait. */
    boolean has(String stream) {
        return countByStream.containsKey(stream);
    }

    int size() {
        return byNumber.size();
    }

    /** The delivery that may be tried next. Its time can be in the future. */
    Optional<PendingDelivery> next() {
        return firstOfStreams().min((one, other) -> one.next().compareTo(other.next()));
    }

    /** When the earliest of the pending changes was recorded. */
    Optional<Instant> oldest() {
        return byNumber.values().stream().map(PendingDelivery::recordedAt).min(Instant::compareTo);
    }

    private Stream<PendingDelivery> firstOfStreams() {
        var seen = new HashSet<String>();
        return byNumber.values().stream().filter(delivery -> seen.add(delivery.stream()));
    }
}
