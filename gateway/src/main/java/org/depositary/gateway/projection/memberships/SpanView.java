package org.depositary.gateway.projection.memberships;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.Fact;
import org.depositary.gateway.projection.facts.KnownDates;
import org.depositary.gateway.projection.facts.Table;
import org.depositary.gateway.projection.facts.View;
import org.depositary.gateway.projection.memberships.SpanRow.Bounds;
import org.depositary.vocabulary.timeline.Change;
import org.depositary.vocabulary.timeline.DatedChange;
import org.depositary.vocabulary.timeline.Timeline;

/** Keeps the spans of status and candidacy that the standing changes of one membership make. */
@Singleton
class SpanView implements View<SpanRow> {

    private static final Table<SpanRow> TABLE =
            Table.of("span", SpanRow.class, "organization", "party", "aspect", "opened");

    @Override
    public Table<SpanRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return streamId.startsWith(Membership.PREFIX);
    }

    @Override
    public List<SpanRow> rows(String streamId, List<Fact> facts) {
        var membership = Membership.of(streamId);
        var standing = facts.stream().filter(Fact::stands).toList();
        Map<String, ArrayNode> sources = standing.stream().collect(Collectors.toMap(Fact::id, Fact::sources));
        var timeline = Timeline.of(standing.stream().map(SpanView::dated).toList());
        return Stream.concat(
                        timeline.spans().stream()
                                .map(span -> SpanRow.of(
                                        membership,
                                        "status",
                                        span.status().json(),
                                        new Bounds(span.opened(), span.since(), span.closed(), span.until()),
                                        sources.get(span.opened()))),
                        timeline.candidacies().stream()
                                .map(span -> SpanRow.of(
                                        membership,
                                        "candidacy",
                                        span.candidacy().json(),
                                        new Bounds(span.opened(), span.since(), span.closed(), span.until()),
                                        sources.get(span.opened()))))
                .toList();
    }

    private static DatedChange dated(Fact fact) {
        return new DatedChange(
                fact.id(),
                Change.of(fact.text("change").orElseThrow()),
                KnownDates.of(fact.text("effective").orElseThrow()));
    }
}
