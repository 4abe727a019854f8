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
 * The events that one observer saw, in order: the event tables, the topics, the pages of changes or a subscriber.
 * {@link EventLossCheck} compares ledgers.
 */
record EventLedger(String name, List<ObservedEvent> entries) {

    private record Place(String stream, long sequence) {}

    /** Removes repeats. A topic may have an event twice if both are equal. */
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

    /** Asserts that every stream has the versions 1, 2, 3, … once and in order. */
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

    /** Asserts that every acknowledged write is at the place that its response named. */
    EventLedger holds(Collection<AcknowledgedWrite> writes) {
        var told = new HashMap<Place, String>();
        entries.forEach(entry -> told.put(new Place(entry.stream(), entry.sequence()), entry.fact()));
        assertThat(writes.stream()
                        .filter(write -> !write.fact().equals(told.get(new Place(write.stream(), write.version())))))
                .as("%s: acknowledged, and lost", name)
                .isEmpty();
        return this;
    }

    /** Asserts that these streams have no other events: a write that was retried is recorded once. */
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
