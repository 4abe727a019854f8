package org.depositary.verify.histories.memberships;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.depositary.verify.histories.memberships.RegisterState.Change;
import org.depositary.verify.histories.memberships.RegisterState.Statement;

/**
 * The state of a history's set.
 *
 * @param said the present statement of the set, by the number of the fact
 * @param done the changes of each import that can be undone
 */
record ImportState(Map<Integer, Statement> said, List<List<Done>> done) {

    static final ImportState NONE = new ImportState(Map.of(), List.of());

    /** The title of the source of every row. */
    static final String SOURCE = "A yearbook";

    /**
     * The change of a fact by an import.
     *
     * @param before the statement of the set before
     * @param after the statement of the set since then
     * @param confirmed whether it only added its source to a fact of others
     */
    record Done(int fact, Optional<Statement> before, Optional<Statement> after, boolean confirmed) {

        Done(int fact, Optional<Statement> before, Optional<Statement> after) {
            this(fact, before, after, false);
        }

        static Done confirmed(int fact) {
            return new Done(fact, Optional.empty(), Optional.empty(), true);
        }
    }

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

    /** Whether only imports of the set have changed the fact. */
    static boolean isAsLeft(Change fact, Statement said) {
        return fact.stands()
                && fact.claims().size() == 1
                && fact.recorded().equals(said)
                && fact.sources().equals(List.of(SOURCE));
    }
}
