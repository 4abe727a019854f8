package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened, in the order in which one place tells it: the event tables, the topics, the pages of changes, or a
 * subscriber's stream. The oracle compares ledgers; it knows nothing of how they came about.
 */
record EventLedger(String name, List<ObservedEvent> entries) {

    private record Place(String stream, long sequence) {}

    /** On a topic an event may stand twice, if both times it is the same. */
    EventLedger withoutRepeats() {
        var first = new LinkedHashMap<Place, ObservedEvent>();
        for (var entry : entries) {
            var before = first.putIfAbsent(new Place(entry.stream(), entry.sequence()), entry);
            assertThat(before)
                    .as("%s: a repeat is the same event", name)
                    .satisfiesAnyOf(same -> assertThat(same).isNull(), same -> assertThat(same)
                            .isEqualTo(entry));
        }
        return new EventLedger(name, List.copyOf(first.values()));
    }

    /** Every stream reads 1, 2, 3, …, each once and in this order. */
    EventLedger gapless() {
        var reached = new HashMap<String, Long>();
        var wrong = new ArrayList<String>();
        for (var entry : entries) {
            var expected = reached.merge(entry.stream(), 1L, Long::sum);
            if (entry.sequence() != expected) {
                wrong.add("%s: %d where %d was due".formatted(entry.stream(), entry.sequence(), expected));
            }
        }
        assertThat(wrong).as("%s: gaps, repeats or disorder", name).isEmpty();
        return this;
    }

    EventLedger sameAs(EventLedger other) {
        var here = new HashSet<>(entries);
        var there = new HashSet<>(other.entries);
        assertThat(minus(there, here))
                .as("in %s but not in %s", other.name, name)
                .isEmpty();
        assertThat(minus(here, there))
                .as("in %s but not in %s", name, other.name)
                .isEmpty();
        assertThat(entries).as("%s: as many as %s", name, other.name).hasSize(other.entries.size());
        return this;
    }

    /** Every acknowledged write stands where its answer said. */
    EventLedger holds(Collection<AcknowledgedWrite> writes) {
        var told = new HashMap<Place, String>();
        entries.forEach(entry -> told.put(new Place(entry.stream(), entry.sequence()), entry.fact()));
        assertThat(writes.stream()
                        .filter(write -> !write.fact().equals(told.get(new Place(write.stream(), write.version())))))
                .as("%s: acknowledged, and lost", name)
                .isEmpty();
        return this;
    }

    /** Nothing else happened to these streams: a write that was tried several times stands once. */
    EventLedger holdsNoMoreThan(Collection<AcknowledgedWrite> writes) {
        Map<String, Long> lengths = new HashMap<>();
        writes.forEach(write -> lengths.merge(write.stream(), (long) write.events(), Long::sum));
        var longer = entries.stream()
                .filter(entry -> lengths.containsKey(entry.stream()))
                .filter(entry -> entry.sequence() > lengths.get(entry.stream()));
        assertThat(longer).as("%s: recorded more often than acknowledged", name).isEmpty();
        return this;
    }

    private static List<ObservedEvent> minus(HashSet<ObservedEvent> all, HashSet<ObservedEvent> without) {
        return all.stream().filter(entry -> !without.contains(entry)).limit(20).toList();
    }
}
