package org.depositary.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.Source;

/**
 * What one source, or several that agree, say of a fact. The first is the statement it was recorded with; the others
 * differ from that in some fields, or say that it never happened.
 *
 * @param number 1 for the statement that was recorded, then 2, 3, … in the order of recording
 * @param statement what it says in full, as of the moment when it was made
 * @param fields those in which it differs from what was recorded; none of the first, and none where it does not hold
 * @param holds false: it never happened
 * @param withdrawal why it does not count any more, if so
 */
public record Claim<V>(
        int number,
        V statement,
        List<String> fields,
        boolean holds,
        List<Source> sources,
        Optional<String> withdrawal) {

    /** The number of the statement that was recorded. */
    public static final int RECORDED = 1;

    static <V> Claim<V> recorded(V statement, List<Source> sources) {
        return new Claim<>(RECORDED, statement, List.of(), true, sources, Optional.empty());
    }

    /** What it says of a fact that was recorded with this statement. */
    V over(V recorded) {
        return RecordFields.over(recorded, statement, fields);
    }

    Claim<V> saying(V statement) {
        return new Claim<>(number, statement, fields, holds, sources, withdrawal);
    }

    Claim<V> from(List<Source> sources) {
        return new Claim<>(number, statement, fields, holds, sources, withdrawal);
    }

    Claim<V> alsoFrom(List<Source> more) {
        var all = new ArrayList<>(sources);
        all.addAll(more);
        return from(List.copyOf(all));
    }

    Claim<V> withdrawn(String reason) {
        return new Claim<>(number, statement, fields, holds, sources, Optional.of(reason));
    }
}
