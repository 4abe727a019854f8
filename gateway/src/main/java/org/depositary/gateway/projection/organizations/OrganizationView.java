package org.depositary.gateway.projection.organizations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.RowVersionTable;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * Builds the rows of table {@code organization}: the registration and its dated changes. A read decides which changes
 * apply on its day.
 */
@Singleton
class OrganizationView implements FactView<OrganizationRow> {

    private static final RowVersionTable<OrganizationRow> TABLE =
            RowVersionTable.of("organization", OrganizationRow.class, "id");
    private static final Comparator<FactState> BY_EFFECTIVE_DATE =
            Comparator.comparing(OrganizationView::effective, PartialDate.IN_TIME);

    @Override
    public RowVersionTable<OrganizationRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return streamId.startsWith("organization:");
    }

    @Override
    public List<OrganizationRow> rows(String streamId, List<FactState> facts) {
        var changes = facts.stream()
                .filter(fact -> fact.kind().equals("organization-change") && fact.stands())
                .sorted(BY_EFFECTIVE_DATE)
                .toList();
        return facts.stream()
                .filter(fact -> fact.kind().equals("organization"))
                .map(registered -> row(registered, changes))
                .toList();
    }

    private static OrganizationRow row(FactState registered, List<FactState> changes) {
        var dissolved = changes.stream()
                .filter(change -> change.statement().path("dissolved").asBoolean())
                .map(OrganizationView::effective)
                .findFirst();
        return new OrganizationRow(
                registered.id(),
                registered.statement(),
                array(changes),
                registered.sources(),
                registered.dispute(),
                registered.stands(),
                registered.retracted(),
                registered.text("predecessor"),
                changes.stream()
                        .flatMap(change -> change.text("successor").stream())
                        .toList(),
                dissolved.map(PartialDate::edtf),
                dissolved.map(DateBound::earliest),
                dissolved.map(DateBound::latest),
                dissolved.map(PartialDate::uncertain));
    }

    private static ArrayNode array(List<FactState> changes) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var change : changes) {
            var item = array.addObject().put("id", change.id());
            item.set("statement", change.statement());
            item.set("sources", change.sources());
            change.dispute().ifPresent(dispute -> item.set("dispute", dispute.json()));
        }
        return array;
    }

    private static PartialDate effective(FactState change) {
        return change.text("effective").map(PartialDate::parse).orElseThrow();
    }
}
