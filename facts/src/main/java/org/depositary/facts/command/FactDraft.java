package org.depositary.facts.command;

import java.util.List;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.relay.FactKind;

/**
 * A fact that a body asks for; its sources are read beside it.
 *
 * @param stream where it belongs
 * @param warnings what is accepted but looks odd, told in the answer
 */
public record FactDraft<V>(StreamId stream, FactKind<? extends V> kind, V statement, List<String> warnings) {

    public FactDraft(StreamId stream, FactKind<? extends V> kind, V statement) {
        this(stream, kind, statement, List.of());
    }
}
