package org.depositary.gateway.projection.institutions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.Dispute;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * A row of table {@code institution}: one version of an institutional fact that is not retracted or denied, with its
 * period.
 *
 * @param kind kind of fact
 * @param statement the fact's fields; an organ also has the fields of its earlier facts that this one does not repeat
 */
record InstitutionRow(
        String kind,
        String id,
        Optional<String> organization,
        Optional<String> party,
        String startEdtf,
        DateBound startEarliest,
        DateBound startLatest,
        boolean startUncertain,
        Optional<String> endEdtf,
        DateBound endEarliest,
        DateBound endLatest,
        boolean endUncertain,
        ObjectNode statement,
        ArrayNode sources,
        Optional<Dispute> dispute) {

    static InstitutionRow of(FactState fact, ObjectNode statement, FactPeriod period) {
        var start = period.start();
        var end = period.end();
        return new InstitutionRow(
                fact.kind(),
                fact.id(),
                fact.text("organization"),
                fact.text("party"),
                start.edtf(),
                DateBound.earliest(start),
                DateBound.latest(start),
                start.uncertain(),
                end.map(PartialDate::edtf),
                end.map(DateBound::earliest).orElse(DateBound.NEVER),
                end.map(DateBound::latest).orElse(DateBound.NEVER),
                end.map(PartialDate::uncertain).orElse(false),
                statement,
                fact.sources(),
                fact.dispute());
    }
}
