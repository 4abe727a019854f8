package org.depositary.gateway.projection.institutions;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.RowVersionTable;

/**
 * Builds the rows of table {@code institution}: institutional facts that are not retracted or denied, each with its
 * period.
 */
@Singleton
class InstitutionView implements FactView<InstitutionRow> {

    private static final RowVersionTable<InstitutionRow> TABLE =
            RowVersionTable.of("institution", InstitutionRow.class, "kind", "id");

    /** The kinds of fact in this table. The ids of their streams begin with the same words. */
    private static final Set<String> KINDS =
            Set.of(OrganTimelineBuilder.KIND, "term", "meeting", "relation", "contribution", "rule", "figure");

    @Override
    public RowVersionTable<InstitutionRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return KINDS.contains(streamId.substring(0, streamId.indexOf(':')));
    }

    @Override
    public List<InstitutionRow> rows(String streamId, List<FactState> facts) {
        var standing = facts.stream().filter(FactState::stands).toList();
        return streamId.startsWith(OrganTimelineBuilder.KIND + ":")
                ? OrganTimelineBuilder.rows(standing)
                : standing.stream().map(InstitutionView::row).toList();
    }

    private static InstitutionRow row(FactState fact) {
        return InstitutionRow.of(fact, fact.statement(), FactPeriod.of(fact));
    }
}
