package org.depositary.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.Source;

/**
 * A statement with the sources that say so.
 *
 * @param retraction why it does not stand any more, if so
 */
public record Fact<V>(String id, V statement, List<Source> sources, Optional<String> retraction) {

    /** Whether it has not been retracted. */
    public boolean stands() {
        return retraction.isEmpty();
    }

    Fact<V> corrected(V statement, List<Source> sources) {
        return new Fact<>(id, statement, sources, retraction);
    }

    Fact<V> retracted(String reason) {
        return new Fact<>(id, statement, sources, Optional.of(reason));
    }

    Fact<V> sourced(List<Source> added) {
        var all = new ArrayList<>(sources);
        all.addAll(added);
        return new Fact<>(id, statement, List.copyOf(all), retraction);
    }
}
