package org.depositary.gateway.projection.institutions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.depositary.gateway.projection.facts.Day;
import org.depositary.gateway.projection.facts.Dispute;
import org.depositary.gateway.projection.facts.Fact;
import org.depositary.vocabulary.PartialDate;

/**
 * A row of {@code institution}: an institutional fact that stands, and the time in which it was so.
 *
 * @param kind of fact
 * @param statement of an organ, with what earlier facts about it say and this one leaves out
 */
record InstitutionRow(
        String kind,
        String id,
        Optional<String> organization,
        Optional<String> party,
        String startEdtf,
        Day startEarliest,
        Day startLatest,
        boolean startUncertain,
        Optional<String> endEdtf,
        Day endEarliest,
        Day endLatest,
        boolean endUncertain,
        ObjectNode statement,
        ArrayNode sources,
        Optional<Dispute> dispute) {

    static InstitutionRow of(Fact fact, ObjectNode statement, Extent extent) {
        var start = extent.start();
        var end = extent.end();
        return new InstitutionRow(
                fact.kind(),
                fact.id(),
                fact.text("organization"),
                fact.text("party"),
                start.edtf(),
                Day.earliest(start),
                Day.latest(start),
                start.uncertain(),
                end.map(PartialDate::edtf),
                end.map(Day::earliest).orElse(Day.NEVER),
                end.map(Day::latest).orElse(Day.NEVER),
                end.map(PartialDate::uncertain).orElse(false),
                statement,
                fact.sources(),
                fact.dispute());
    }
}
