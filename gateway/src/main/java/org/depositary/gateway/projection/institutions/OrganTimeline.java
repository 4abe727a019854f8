package org.depositary.gateway.projection.institutions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.facts.DateCache;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.PartialDate;

/** An organ, as a row of facts about it: each holds from its effective date to the next one's, which only adds to it. */
final class OrganTimeline {

    static final String KIND = "organ";

    /** Of the same date, the one that was recorded later goes on. */
    private static final Comparator<FactState> IN_TIME =
            Comparator.comparing(OrganTimeline::effective, PartialDate.IN_TIME);

    private OrganTimeline() {}

    /** @param facts that stand, in the order of their recording */
    static List<InstitutionRow> rows(List<FactState> facts) {
        var inTime = facts.stream().sorted(IN_TIME).toList();
        var rows = new ArrayList<InstitutionRow>();
        var told = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < inTime.size(); i++) {
            var fact = inTime.get(i);
            var next =
                    i + 1 < inTime.size() ? Optional.of(effective(inTime.get(i + 1))) : Optional.<PartialDate>empty();
            told = together(told, fact.statement());
            rows.add(InstitutionRow.of(fact, told, new FactPeriod(effective(fact), next)));
        }
        return rows;
    }

    private static ObjectNode together(ObjectNode earlier, ObjectNode later) {
        return earlier.deepCopy().setAll(later);
    }

    private static PartialDate effective(FactState organ) {
        return organ.text("effective").map(DateCache::of).orElseThrow();
    }
}
