package org.depositary.gateway.projection.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.depositary.gateway.log.LoggedEvent;

/**
 * The facts of one stream in the order of recording, including retracted ones.
 *
 * @param byKey facts by kind and id
 */
record StreamFacts(String streamId, SequencedMap<List<String>, FactState> byKey) {

    StreamFacts(String streamId) {
        this(streamId, new LinkedHashMap<>());
    }

    void add(FactState fact) {
        byKey.put(List.of(fact.kind(), fact.id()), fact);
    }

    /** Applies the event to its fact. Returns the fact before and after it. */
    AppliedEvent apply(LoggedEvent change) {
        var event = FactEventName.of(change);
        var before = Optional.ofNullable(byKey.get(List.of(event.kind(), FactState.id(change))));
        var after =
                switch (event.action()) {
                    case RECORDED -> FactState.recorded(event.kind(), change);
                    case CORRECTED -> known(before, change).corrected(change);
                    case RETRACTED -> known(before, change).retracted(change);
                    case SOURCED -> known(before, change).sourced(change);
                    // A verification changes nothing, so it begins no version of a row.
                    case VERIFIED -> known(before, change);
                    case CLAIMED -> known(before, change).claimed(change);
                    case CLAIM_PREFERRED -> known(before, change).preferring(change);
                    case CLAIM_WITHDRAWN -> known(before, change).withdrawn(change);
                };
        add(after);
        return new AppliedEvent(change, event.action(), before, after);
    }

    List<FactState> inRecordingOrder() {
        return List.copyOf(byKey.values());
    }

    private static FactState known(Optional<FactState> fact, LoggedEvent change) {
        return fact.orElseThrow(() -> new IllegalArgumentException(
                "Event %s is about a fact that its stream has not recorded".formatted(change.eventId())));
    }
}
