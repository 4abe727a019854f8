package org.depositary.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The state of one stream: its facts in the order of recording.
 *
 * @param <V> the type of their statements
 */
public record FactStream<V>(Map<String, Fact<V>> facts) {

    public static <V> FactStream<V> empty() {
        return new FactStream<>(Map.of());
    }

    /** Returns the fact with this id, even if it is retracted. Empty if the stream has no such fact. */
    public Optional<Fact<V>> find(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    /** Returns the facts that are neither retracted nor denied by their preferred claim. */
    public List<Fact<V>> standing() {
        return facts.values().stream().filter(Fact::stands).toList();
    }

    /** Returns the state after the event. An event about an unknown fact changes nothing. */
    public FactStream<V> with(FactEvent<V> event) {
        return switch (event) {
            case FactEvent.Recorded<V>(var id, var statement, var sources) ->
                put(Fact.recorded(id, statement, sources));
            case FactEvent.Corrected<V>(var id, var statement, var fields, var reason, var sources) ->
                change(id, fact -> fact.corrected(statement, fields, sources));
            case FactEvent.Retracted<V>(var id, var statement, var reason) ->
                change(id, fact -> fact.retracted(reason));
            case FactEvent.Sourced<V>(var id, var statement, var added) -> change(id, fact -> fact.sourced(added));
            case FactEvent.Verified<V> verified -> this;
            case FactEvent.Claimed<V>(var id, var statement, var claim) -> change(id, fact -> fact.claimed(claim));
            case FactEvent.Preferred<V>(var id, var statement, var claim, var holds, var reason, var sources) ->
                change(id, fact -> fact.preferring(claim));
            case FactEvent.Withdrawn<V>(var id, var statement, var claim, var reason) ->
                change(id, fact -> fact.withdrawn(claim, reason));
        };
    }

    public FactStream<V> withAll(Iterable<? extends FactEvent<V>> events) {
        var stream = this;
        for (var event : events) {
            stream = stream.with(event);
        }
        return stream;
    }

    private FactStream<V> change(String id, UnaryOperator<Fact<V>> change) {
        return find(id).map(fact -> put(change.apply(fact))).orElse(this);
    }

    private FactStream<V> put(Fact<V> fact) {
        var all = new LinkedHashMap<>(facts);
        all.put(fact.id(), fact);
        return new FactStream<>(Collections.unmodifiableMap(all));
    }
}
