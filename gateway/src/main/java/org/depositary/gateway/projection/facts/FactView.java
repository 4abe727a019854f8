package org.depositary.gateway.projection.facts;

import jakarta.inject.Singleton;
import java.util.List;

/** Keeps every version of every fact, under its kind and id. */
@Singleton
class FactView implements View<FactRow> {

    private static final Table<FactRow> TABLE = Table.of("fact", FactRow.class, "kind", "id");

    @Override
    public Table<FactRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return true;
    }

    @Override
    public List<FactRow> rows(String streamId, List<Fact> facts) {
        return facts.stream().map(fact -> FactRow.of(streamId, fact)).toList();
    }
}
