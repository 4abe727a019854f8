package org.depositary.gateway.projection.memberships;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.gateway.projection.facts.RowVersionTable;
import org.depositary.gateway.projection.memberships.MembershipSpanRow.Bounds;
import org.depositary.vocabulary.timeline.DatedMembershipChange;
import org.depositary.vocabulary.timeline.MembershipChangeKind;
import org.depositary.vocabulary.timeline.MembershipTimeline;

/**
 * Builds the rows of table {@code span}: the spans of status and candidacy that follow from the changes of a
 * membership. Retracted and denied changes do not count. A span that is still open when its state ended ends there.
 */
@Singleton
class MembershipSpanView implements FactView<MembershipSpanRow> {

    private static final RowVersionTable<MembershipSpanRow> TABLE =
            RowVersionTable.of("span", MembershipSpanRow.class, "organization", "party", "aspect", "opened");

    /** The facts of one membership that are not retracted or denied, by id. */
    private record StandingFacts(MembershipStreamId membership, Map<String, FactState> facts) {

        MembershipSpanRow row(String aspect, String status, Bounds bounds) {
            var opened = facts.get(bounds.opened());
            var closed = bounds.closed().map(facts::get);
            var disputed =
                    opened.isDisputed() || closed.filter(FactState::isDisputed).isPresent();
            return MembershipSpanRow.of(membership, aspect, status, bounds, opened, disputed);
        }
    }

    @Override
    public RowVersionTable<MembershipSpanRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return streamId.startsWith(MembershipStreamId.PREFIX);
    }

    @Override
    public List<MembershipSpanRow> rows(String streamId, List<FactState> facts) {
        var standing = facts.stream().filter(FactState::stands).toList();
        var rows = new StandingFacts(
                MembershipStreamId.of(streamId),
                standing.stream().collect(Collectors.toMap(FactState::id, Function.identity())));
        var timeline = MembershipTimeline.of(
                standing.stream().map(MembershipSpanView::dated).toList());
        return Stream.concat(
                        timeline.spans().stream()
                                .map(span -> rows.row(
                                        "status",
                                        span.status().json(),
                                        new Bounds(span.opened(), span.since(), span.closed(), span.until()))),
                        timeline.candidacies().stream()
                                .map(span -> rows.row(
                                        "candidacy",
                                        span.candidacy().json(),
                                        new Bounds(span.opened(), span.since(), span.closed(), span.until()))))
                .toList();
    }

    /** Adds all spans of the membership after the event, so that clients need not know how changes make spans. */
    @Override
    public void addTo(ObjectNode change, List<MembershipSpanRow> rows) {
        var spans = change.putArray("spans");
        rows.forEach(row -> spans.add(row.json()));
    }

    private static DatedMembershipChange dated(FactState fact) {
        return new DatedMembershipChange(
                fact.id(),
                MembershipChangeKind.of(fact.text("change").orElseThrow()),
                PartialDateCache.of(fact.text("effective").orElseThrow()));
    }
}
