package org.depositary.gateway.projection.facts;

import jakarta.inject.Singleton;
import java.util.List;

/** Builds the rows of table {@code fact}: every version of every fact, by kind and id. */
@Singleton
class FactHistoryView implements FactView<FactRow> {

    private static final RowVersionTable<FactRow> TABLE = RowVersionTable.of("fact", FactRow.class, "kind", "id");

    @Override
    public RowVersionTable<FactRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return true;
    }

    @Override
    public List<FactRow> rows(String streamId, List<FactState> facts) {
        return facts.stream().map(fact -> FactRow.of(streamId, fact)).toList();
    }
}
