package org.depositary.gateway.log;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Selects changes. A change matches if it matches one value of each set. An empty set matches every change.
 *
 * @param types full CloudEvents types, or event names such as {@code membership-changed}
 * @param actors who recorded the change
 * @param recordedFrom excludes changes that were recorded before this instant
 */
public record ChangeFilter(
        Set<String> organizations,
        Set<String> parties,
        Set<String> types,
        Set<String> kinds,
        Set<String> actors,
        Optional<Instant> recordedFrom) {

    public static final ChangeFilter ALL = of(Set.of(), Set.of(), Set.of(), Set.of());

    /** Changes that anybody recorded at any time. */
    public static ChangeFilter of(
            Set<String> organizations, Set<String> parties, Set<String> types, Set<String> kinds) {
        return new ChangeFilter(organizations, parties, types, kinds, Set.of(), Optional.empty());
    }

    public ChangeFilter recordedBy(Set<String> actors) {
        return new ChangeFilter(organizations, parties, types, kinds, actors, recordedFrom);
    }

    public ChangeFilter recordedFrom(Instant instant) {
        return new ChangeFilter(organizations, parties, types, kinds, actors, Optional.of(instant));
    }

    /** Whether the filter names an organisation, party, type, kind or actor. */
    public boolean namesValues() {
        return Stream.of(organizations, parties, types, kinds, actors).anyMatch(values -> !values.isEmpty());
    }

    public boolean matches(LoggedCloudEvent change) {
        return matchesAny(organizations, change.organizations())
                && matchesAny(parties, change.parties())
                && (kinds.isEmpty() || kinds.contains(change.kind()))
                && (types.isEmpty() || types.contains(change.type()) || types.contains(change.eventName()))
                && (actors.isEmpty() || change.actor().filter(actors::contains).isPresent())
                && recordedFrom.filter(change.recordedAt()::isBefore).isEmpty();
    }

    private static boolean matchesAny(Set<String> allowed, Collection<String> values) {
        return allowed.isEmpty() || !Collections.disjoint(allowed, values);
    }
}
