package org.depositary.membership.imports.decision;

import java.util.List;
import org.depositary.facts.Fact;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.SourcedChange;
import org.depositary.vocabulary.sources.Source;

/**
 * A fact that a set states. A set is a data source that is imported again when a new edition appears.
 *
 * @param id the id of the fact
 * @param sourced the statement and sources of the fact after the last import of the set
 */
record DataSetFact(String id, SourcedChange sourced) {

    MembershipChange change() {
        return sourced.change();
    }

    /**
     * Whether the fact is unchanged since the last import of the set: no correction, no retraction, no added claim, and no
     * added source except those that imports of other sets added.
     */
    boolean isUntouched(FactStream<MembershipChange> recorded, String set) {
        return recorded.find(id).filter(fact -> isAsImported(fact, set)).isPresent();
    }

    private boolean isAsImported(Fact<MembershipChange> fact, String set) {
        return fact.stands()
                && fact.claims().size() == 1
                && fact.statement().equals(sourced.change())
                && ofSet(fact, set).equals(sourced.sources());
    }

    /** A file does not name its set in its sources, and neither did events of earlier versions. */
    private static List<Source> ofSet(Fact<MembershipChange> fact, String set) {
        return fact.sources().stream()
                .filter(source -> source.set() == null || source.set().equals(set))
                .map(Source::withoutSet)
                .toList();
    }

    /** Returns the sources that imports of other sets added to the fact. */
    List<Source> ofOtherSets(FactStream<MembershipChange> recorded, String set) {
        return recorded.find(id).stream()
                .flatMap(fact -> fact.sources().stream())
                .filter(source -> source.set() != null && !source.set().equals(set))
                .toList();
    }
}
