package org.depositary.gateway.projection.memberships;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.DateJson;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.StateLifetime;

/**
 * A row of table {@code span}: the status or candidacy of a party between two changes.
 *
 * @param aspect {@code status} or {@code candidacy}
 * @param status the status or the kind of candidacy
 * @param opened id of the change that began the span
 * @param closed id of the change that ended the span
 * @param founding whether the change that began the span made the party a founding member
 * @param disputed whether sources disagree on the change that began the span, or on the one that ended it
 * @param sources sources of the change that began the span
 * @param partyUntil the day after the last day of the party, if it is a former state
 * @param coveringSets the data sets of these sources
 * @param coveredUntil the last day for which each of these sources speaks
 */
record MembershipSpanRow(
        String organization,
        String party,
        String aspect,
        String opened,
        String status,
        Optional<String> closed,
        String startEdtf,
        DateBound startEarliest,
        DateBound startLatest,
        boolean startUncertain,
        Optional<String> endEdtf,
        DateBound endEarliest,
        DateBound endLatest,
        boolean endUncertain,
        boolean founding,
        boolean disputed,
        ArrayNode sources,
        DateBound partyUntil,
        List<String> coveringSets,
        List<DateBound> coveredUntil) {

    /** The start and end of a span of status or candidacy, with the ids of the changes. */
    record Bounds(String opened, PartialDate since, Optional<String> closed, Optional<PartialDate> until) {

        /** Ends an open span with its state. A span that may have begun after that stays open. */
        private Bounds endingWith(StateLifetime lifetime) {
            boolean endsBefore =
                    since.latest().filter(day -> !lifetime.isOver(day)).isPresent();
            return until.isEmpty() && endsBefore
                    ? new Bounds(opened, since, closed, lifetime.until().map(PartialDate::of))
                    : this;
        }
    }

    static MembershipSpanRow of(
            MembershipStreamId membership,
            String aspect,
            String status,
            Bounds given,
            FactState opened,
            boolean disputed) {
        var lifetime = StateLifetime.of(new Party(membership.party()));
        var bounds = given.endingWith(lifetime);
        var since = bounds.since();
        var until = bounds.until();
        var covered = CoveredTime.of(opened.sources());
        return new MembershipSpanRow(
                membership.organization(),
                membership.party(),
                aspect,
                bounds.opened(),
                status,
                bounds.closed(),
                since.edtf(),
                DateBound.earliest(since),
                DateBound.latest(since),
                since.uncertain(),
                until.map(PartialDate::edtf),
                until.map(DateBound::earliest).orElse(DateBound.NEVER),
                until.map(DateBound::latest).orElse(DateBound.NEVER),
                until.map(PartialDate::uncertain).orElse(false),
                opened.statement().path("founding").asBoolean(),
                disputed,
                opened.sources(),
                lifetime.until().map(PartialDate::of).map(DateBound::latest).orElse(DateBound.NEVER),
                covered.sets(),
                covered.until());
    }

    /** The span as clients get it with a change. */
    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(aspect, status)
                .<ObjectNode>set("since", DateJson.of(PartialDateCache.of(startEdtf)))
                .<ObjectNode>set(
                        "until",
                        endEdtf.map(PartialDateCache::of).map(DateJson::of).orElse(null))
                .put("opened", url(opened))
                .put("closed", closed.map(MembershipSpanRow::url).orElse(null))
                .put("founding", founding)
                .put("disputed", disputed);
    }

    private static String url(String change) {
        return "/api/membership-changes/" + change;
    }
}
