package org.depositary.gateway.projection.memberships;

import jakarta.inject.Singleton;
import java.util.List;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.RowVersionTable;

/** Builds the rows of table {@code set_coverage}. Reads join them to the spans whose sources name the set. */
@Singleton
class SetCoverageView implements FactView<SetCoverageRow> {

    private static final RowVersionTable<SetCoverageRow> TABLE =
            RowVersionTable.of("set_coverage", SetCoverageRow.class, "set_id");

    @Override
    public RowVersionTable<SetCoverageRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return streamId.startsWith("import-set:");
    }

    @Override
    public List<SetCoverageRow> rows(String streamId, List<FactState> facts) {
        return facts.stream()
                .filter(FactState::stands)
                .map(coverage ->
                        SetCoverageRow.of(coverage.id(), coverage.text("covers").orElseThrow()))
                .toList();
    }
}
