package org.depositary.gateway.projection.institutions;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.depositary.gateway.projection.facts.Fact;
import org.depositary.gateway.projection.facts.Table;
import org.depositary.gateway.projection.facts.View;

/** Keeps the institutional facts that stand, each with the time in which it was so. */
@Singleton
class InstitutionView implements View<InstitutionRow> {

    private static final Table<InstitutionRow> TABLE = Table.of("institution", InstitutionRow.class, "kind", "id");

    /** By the kind of a fact, which is the type of its stream too. */
    private static final Map<String, Function<Fact, Extent>> EXTENTS = Map.of(
            "term", fact -> Extent.between(fact, "from", "to"),
            "meeting", fact -> Extent.during(fact, "date"),
            "relation", fact -> Extent.between(fact, "effective", "until"),
            "contribution", fact -> Extent.during(fact, "period"),
            "rule", fact -> Extent.between(fact, "effective", "until"),
            "figure", fact -> Extent.during(fact, "date"));

    @Override
    public Table<InstitutionRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        var type = streamId.substring(0, streamId.indexOf(':'));
        return type.equals(Organ.KIND) || EXTENTS.containsKey(type);
    }

    @Override
    public List<InstitutionRow> rows(String streamId, List<Fact> facts) {
        var standing = facts.stream().filter(Fact::stands).toList();
        return streamId.startsWith(Organ.KIND + ":")
                ? Organ.rows(standing)
                : standing.stream().map(InstitutionView::row).toList();
    }

    private static InstitutionRow row(Fact fact) {
        return InstitutionRow.of(
                fact, fact.statement(), EXTENTS.get(fact.kind()).apply(fact));
    }
}
