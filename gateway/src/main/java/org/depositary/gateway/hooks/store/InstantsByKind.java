package org.depositary.gateway.hooks.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Instants, one for each kind of change at most: {@code membership}, {@code document}, {@code exercise}. */
public record InstantsByKind(Map<String, Instant> byKind) {

    public static final InstantsByKind NONE = new InstantsByKind(Map.of());

    public Optional<Instant> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The later of the two instants of the kind. */
    public InstantsByKind atLeast(String kind, Instant instant) {
        var changed = new TreeMap<>(byKind);
        changed.merge(kind, instant, (one, other) -> one.isAfter(other) ? one : other);
        return new InstantsByKind(changed);
    }

    public InstantsByKind without(String kind) {
        var changed = new TreeMap<>(byKind);
        changed.remove(kind);
        return new InstantsByKind(changed);
    }

    /** The earliest instant. Empty if no kind has one. */
    public Optional<Instant> earliest() {
        return byKind.values().stream().min(Instant::compareTo);
    }
}
