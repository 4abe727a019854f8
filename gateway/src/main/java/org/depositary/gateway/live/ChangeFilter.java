package org.depositary.gateway.live;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes a client wants. Within one set any may match; an empty one lets all pass.
 *
 * @param types whole types or plain event names, {@code membership-changed}
 * @param recordedFrom what was recorded before this instant is left out
 */
public record ChangeFilter(
        Set<String> organizations,
        Set<String> parties,
        Set<String> types,
        Set<String> kinds,
        Optional<Instant> recordedFrom) {

    static final ChangeFilter ALL = new ChangeFilter(Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());

    ChangeFilter recordedFrom(Instant instant) {
        return new ChangeFilter(organizations, parties, types, kinds, Optional.of(instant));
    }

    boolean matches(EncodedChange message) {
        return any(organizations, message.organizations())
                && any(parties, message.parties())
                && (kinds.isEmpty() || kinds.contains(message.kind()))
                && (types.isEmpty() || types.contains(message.type()) || types.contains(message.name()))
                && recordedFrom.filter(message.recordedAt()::isBefore).isEmpty();
    }

    private static boolean any(Set<String> wanted, Collection<String> present) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, present);
    }
}
