package org.depositary.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.sources.Source;

/**
 * A claim is what one source, or several sources that agree, say about a fact. Claim 1 is the recorded statement.
 * Each later claim differs from claim 1 in some fields, or says that the fact never happened.
 *
 * @param number 1 for the recorded statement, then 2, 3, … in the order of recording
 * @param statement the whole statement at the moment of the claim
 * @param fields the fields that differ from the recorded statement; empty for claim 1 and when {@code holds} is false
 * @param holds false: the source says that the fact never happened
 * @param withdrawal the reason of the withdrawal, if the claim is withdrawn
 */
public record Claim<V>(
        int number,
        V statement,
        List<String> fields,
        boolean holds,
        List<Source> sources,
        Optional<String> withdrawal) {

    /** The number of the claim that has the recorded statement. */
    public static final int RECORDED = 1;

    static <V> Claim<V> recorded(V statement, List<Source> sources) {
        return new Claim<>(RECORDED, statement, List.of(), true, sources, Optional.empty());
    }

    /**
     * Returns the statement of this claim.
     *
     * @param recorded the recorded statement, with its corrections; fields that the claim does not change come from
     *     it
     */
    V overlay(V recorded) {
        return RecordFieldCopier.overlay(recorded, statement, fields);
    }

    Claim<V> withStatement(V statement) {
        return new Claim<>(number, statement, fields, holds, sources, withdrawal);
    }

    Claim<V> withSources(List<Source> sources) {
        return new Claim<>(number, statement, fields, holds, sources, withdrawal);
    }

    Claim<V> addSources(List<Source> more) {
        var all = new ArrayList<>(sources);
        all.addAll(more);
        return withSources(List.copyOf(all));
    }

    Claim<V> withdrawn(String reason) {
        return new Claim<>(number, statement, fields, holds, sources, Optional.of(reason));
    }
}
