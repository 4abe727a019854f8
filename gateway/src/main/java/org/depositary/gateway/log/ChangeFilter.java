package org.depositary.gateway.log;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Selects changes. A change matches if it matches one value of each set. An empty set matches every change.
 *
 * @param types full CloudEvents types, or event names such as {@code membership-changed}
 * @param recordedFrom excludes changes that were recorded before this instant
 */
public record ChangeFilter(
        Set<String> organizations,
        Set<String> parties,
        Set<String> types,
        Set<String> kinds,
        Optional<Instant> recordedFrom) {

    public static final ChangeFilter ALL = new ChangeFilter(Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());

    public ChangeFilter recordedFrom(Instant instant) {
        return new ChangeFilter(organizations, parties, types, kinds, Optional.of(instant));
    }

    /** Whether the filter names an organisation, party, type or kind. */
    public boolean namesValues() {
        return !(organizations.isEmpty() && parties.isEmpty() && types.isEmpty() && kinds.isEmpty());
    }

    public boolean matches(LoggedCloudEvent change) {
        return matchesAny(organizations, change.organizations())
                && matchesAny(parties, change.parties())
                && (kinds.isEmpty() || kinds.contains(change.kind()))
                && (types.isEmpty() || types.contains(change.type()) || types.contains(change.eventName()))
                && recordedFrom.filter(change.recordedAt()::isBefore).isEmpty();
    }

    private static boolean matchesAny(Set<String> allowed, Collection<String> values) {
        return allowed.isEmpty() || !Collections.disjoint(allowed, values);
    }
}
