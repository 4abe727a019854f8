package org.depositary.membership.imports.decision;

import java.util.List;
import org.depositary.facts.Fact;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.SourcedChange;
import org.depositary.vocabulary.sources.Source;

/**
 * A fact that a set states. A set is a data source of which later editions are imported.
 *
 * @param id the id of the fact
 * @param sourced the statement and sources of the fact after the last import of the set
 */
record DataSetFact(String id, SourcedChange sourced) {

    MembershipChange change() {
        return sourced.change();
    }

    /**
     * Whether the fact is unchanged since the last import of the set: no correction, no retraction, no added source
     * or claim.
     */
    boolean isUntouched(FactStream<MembershipChange> recorded) {
        return recorded.find(id).filter(this::isAsImported).isPresent();
    }

    private boolean isAsImported(Fact<MembershipChange> fact) {
        return fact.stands()
                && fact.claims().size() == 1
                && fact.statement().equals(sourced.change())
                && withoutSet(fact.sources()).equals(sourced.sources());
    }

    /** A file does not name its set in its sources, and neither did events of earlier versions. */
    private static List<Source> withoutSet(List<Source> sources) {
        return sources.stream().map(Source::withoutSet).toList();
    }
}
