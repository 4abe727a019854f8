package org.depositary.gateway.projection.documents;

import jakarta.inject.Singleton;
import java.util.List;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.RowVersionTable;

/** Builds the rows of table {@code cited_quote}, for the search by readers who may not see the quoted text. */
@Singleton
class CitedQuoteView implements FactView<CitedQuoteRow> {

    private static final RowVersionTable<CitedQuoteRow> TABLE =
            RowVersionTable.of("cited_quote", CitedQuoteRow.class, "kind", "id", "number");

    @Override
    public RowVersionTable<CitedQuoteRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return true;
    }

    @Override
    public List<CitedQuoteRow> rows(String streamId, List<FactState> facts) {
        return facts.stream().flatMap(fact -> CitedQuoteRow.of(fact).stream()).toList();
    }
}
