package org.depositary.gateway.projection.institutions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * Converts the facts about one organ to periods. Each period lasts from the fact's effective date to the next fact,
 * and inherits the fields that the fact does not repeat.
 */
final class OrganTimelineBuilder {

    static final String KIND = "organ";

    /**
     * Orders facts by date. The sort is stable: of two facts with the same date, the one recorded later comes later.
     */
    private static final Comparator<FactState> IN_TIME =
            Comparator.comparing(OrganTimelineBuilder::effective, PartialDate.IN_TIME);

    private OrganTimelineBuilder() {}

    /** @param facts the facts that are not retracted or denied, in the order of recording */
    static List<InstitutionRow> rows(List<FactState> facts) {
        var inTime = facts.stream().sorted(IN_TIME).toList();
        var rows = new ArrayList<InstitutionRow>();
        var fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < inTime.size(); i++) {
            var fact = inTime.get(i);
            var next =
                    i + 1 < inTime.size() ? Optional.of(effective(inTime.get(i + 1))) : Optional.<PartialDate>empty();
            fields = merge(fields, fact.statement());
            rows.add(InstitutionRow.of(fact, fields, new FactPeriod(effective(fact), next)));
        }
        return rows;
    }

    private static ObjectNode merge(ObjectNode earlier, ObjectNode later) {
        return earlier.deepCopy().setAll(later);
    }

    private static PartialDate effective(FactState organ) {
        return organ.text("effective").map(PartialDateCache::of).orElseThrow();
    }
}
