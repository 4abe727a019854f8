package org.depositary.gateway.projection.institutions;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.depositary.gateway.projection.facts.Extent;
import org.depositary.gateway.projection.facts.Fact;
import org.depositary.gateway.projection.facts.Table;
import org.depositary.gateway.projection.facts.View;

/** Keeps the institutional facts that stand, each with the time in which it was so. */
@Singleton
class InstitutionView implements View<InstitutionRow> {

    private static final Table<InstitutionRow> TABLE = Table.of("institution", InstitutionRow.class, "kind", "id");

    /** Kinds of fact, which are the types of their streams too. */
    private static final Set<String> KINDS =
            Set.of(Organ.KIND, "term", "meeting", "relation", "contribution", "rule", "figure");

    @Override
    public Table<InstitutionRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return KINDS.contains(streamId.substring(0, streamId.indexOf(':')));
    }

    @Override
    public List<InstitutionRow> rows(String streamId, List<Fact> facts) {
        var standing = facts.stream().filter(Fact::stands).toList();
        return streamId.startsWith(Organ.KIND + ":")
                ? Organ.rows(standing)
                : standing.stream().map(InstitutionView::row).toList();
    }

    private static InstitutionRow row(Fact fact) {
        return InstitutionRow.of(fact, fact.statement(), Extent.of(fact));
    }
}
