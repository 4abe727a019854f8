package org.depositary.gateway.projection.facts;

import java.util.LinkedHashMap;
import java.util.List;
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

    void apply(LoggedEvent change) {
        var event = FactEventName.of(change);
        add(
                switch (event.action()) {
                    case RECORDED -> FactState.recorded(event.kind(), change);
                    case CORRECTED -> known(event, change).corrected(change);
                    case RETRACTED -> known(event, change).retracted(change);
                    case SOURCED -> known(event, change).sourced(change);
                    case CLAIMED -> known(event, change).claimed(change);
                    case CLAIM_PREFERRED -> known(event, change).preferring(change);
                    case CLAIM_WITHDRAWN -> known(event, change).withdrawn(change);
                });
    }

    List<FactState> inRecordingOrder() {
        return List.copyOf(byKey.values());
    }

    private FactState known(FactEventName event, LoggedEvent change) {
        var fact = byKey.get(List.of(event.kind(), FactState.id(change)));
        if (fact == null) {
            throw new IllegalArgumentException(
                    "Event %s is about a fact that its stream has not recorded".formatted(change.eventId()));
        }
        return fact;
    }
}
