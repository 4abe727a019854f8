package org.depositary.gateway.log;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The changes that a client wants. A change passes if it matches one value of each set; an empty set passes everything.
 *
 * @param types whole types, or event names such as {@code membership-changed}
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

    public boolean matches(LoggedCloudEvent change) {
        return any(organizations, change.organizations())
                && any(parties, change.parties())
                && (kinds.isEmpty() || kinds.contains(change.kind()))
                && (types.isEmpty() || types.contains(change.type()) || types.contains(change.eventName()))
                && recordedFrom.filter(change.recordedAt()::isBefore).isEmpty();
    }

    private static boolean any(Set<String> wanted, Collection<String> present) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, present);
    }
}
