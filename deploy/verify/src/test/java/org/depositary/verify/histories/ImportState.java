package org.depositary.verify.histories;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.depositary.verify.histories.RegisterState.Change;
import org.depositary.verify.histories.RegisterState.Statement;

/**
 * What the files of a history's set said.
 *
 * @param said by the number of the fact, what the set says of it until its next file
 * @param done what each import did that can be undone
 */
record ImportState(Map<Integer, Statement> said, List<List<Done>> done) {

    static final ImportState NONE = new ImportState(Map.of(), List.of());

    /** The title of the source of every row. */
    static final String SOURCE = "A yearbook";

    /**
     * What an import did to a fact.
     *
     * @param before what the set said of it
     * @param after what it says since
     */
    record Done(int fact, Optional<Statement> before, Optional<Statement> after) {}

    ImportState says(int fact, Statement statement) {
        var all = new TreeMap<>(said);
        all.put(fact, statement);
        return new ImportState(all, done);
    }

    ImportState forgets(int fact) {
        var all = new TreeMap<>(said);
        all.remove(fact);
        return new ImportState(all, done);
    }

    ImportState did(int number, List<Done> what) {
        return new ImportState(said, RegisterState.put(done, number, what));
    }

    /** Nobody but the set's imports had a hand in it. */
    static boolean isAsLeft(Change fact, Statement said) {
        return fact.stands()
                && fact.claims().size() == 1
                && fact.recorded().equals(said)
                && fact.sources().equals(List.of(SOURCE));
    }
}
