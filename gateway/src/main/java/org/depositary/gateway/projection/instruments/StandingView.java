package org.depositary.gateway.projection.instruments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.gateway.projection.facts.RowVersionTable;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.instruments.ActKind;
import org.depositary.vocabulary.instruments.ActTimeline;
import org.depositary.vocabulary.instruments.DatedAct;
import org.depositary.vocabulary.instruments.ReservationSpan;
import org.depositary.vocabulary.instruments.Standing;
import org.depositary.vocabulary.instruments.StandingSpan;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.StateLifetime;

/**
 * Builds the rows of table {@code standing} from the acts of one party about one instrument. Retracted and denied acts
 * do not count. A standing that is still open when its state ended ends there.
 */
@Singleton
class StandingView implements FactView<StandingRow> {

    private static final String PREFIX = "act:";
    private static final RowVersionTable<StandingRow> TABLE =
            RowVersionTable.of("standing", StandingRow.class, "instrument", "party", "opened");

    @Override
    public RowVersionTable<StandingRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return streamId.startsWith(PREFIX);
    }

    @Override
    public List<StandingRow> rows(String streamId, List<FactState> facts) {
        var slash = streamId.indexOf('/');
        var instrument = streamId.substring(PREFIX.length(), slash);
        var party = streamId.substring(slash + 1);
        var standing = facts.stream().filter(FactState::stands).toList();
        var byId = standing.stream().collect(Collectors.toMap(FactState::id, Function.identity()));
        var timeline = ActTimeline.of(standing.stream().map(StandingView::dated).toList());
        var reservations = reservations(timeline.reservations(), byId);
        return timeline.spans().stream()
                .map(span -> row(instrument, party, span, byId, reservations))
                .toList();
    }

    private static DatedAct dated(FactState act) {
        return new DatedAct(
                act.id(),
                ActKind.of(act.text("act").orElseThrow()),
                PartialDateCache.of(act.text("effective").orElseThrow()),
                act.text("inForce").map(PartialDateCache::of),
                act.text("territory"),
                act.text("reservation"));
    }

    private static StandingRow row(
            String instrument, String party, StandingSpan span, Map<String, FactState> acts, ArrayNode reservations) {
        var opened = acts.get(span.opened().id());
        var closed = span.closed().map(act -> acts.get(act.id()));
        var since = span.opened().effective();
        var inForce = span.opened().inForce();
        var until = end(party, span);
        return new StandingRow(
                instrument,
                party,
                opened.id(),
                span.standing().toString(),
                span.opened().kind().toString(),
                closed.map(FactState::id),
                since.edtf(),
                DateBound.earliest(since),
                DateBound.latest(since),
                since.uncertain(),
                inForce.map(PartialDate::edtf),
                inForce.map(DateBound::earliest),
                inForce.map(DateBound::latest),
                inForce.map(PartialDate::uncertain),
                until.map(PartialDate::edtf),
                until.map(DateBound::earliest).orElse(DateBound.NEVER),
                until.map(DateBound::latest).orElse(DateBound.NEVER),
                until.map(PartialDate::uncertain).orElse(false),
                span.signature().map(act -> act.effective().edtf()),
                span.opened().territory(),
                reservations,
                opened.isDisputed() || closed.filter(FactState::isDisputed).isPresent(),
                opened.sources());
    }

    /**
     * A consent ends the standing of a signatory when it is given. It ends provisional application when it takes effect,
     * because a party applies an instrument provisionally until then (article 25). So does a denunciation.
     */
    private static Optional<PartialDate> end(String party, StandingSpan span) {
        if (span.closed().isPresent()) {
            var act = span.closed().get();
            boolean isConsent = act.kind() != ActKind.DENUNCIATION;
            return Optional.of(
                    isConsent && span.standing() == Standing.SIGNATORY ? act.effective() : act.takesEffect());
        }
        var lifetime = StateLifetime.of(new Party(party));
        return span.opened()
                .effective()
                .latest()
                .filter(day -> !lifetime.isOver(day))
                .flatMap(day -> lifetime.until())
                .map(PartialDate::of);
    }

    private static ArrayNode reservations(List<ReservationSpan> spans, Map<String, FactState> acts) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var span : spans) {
            var act = acts.get(span.opened().id());
            var item = array.addObject()
                    .put("id", act.id())
                    .put("effective", span.opened().effective().edtf())
                    .put("disputed", act.isDisputed());
            span.closed()
                    .ifPresent(closed -> item.put("until", closed.takesEffect().edtf()));
            act.text("text").ifPresent(text -> item.put("text", text));
            act.text("territory").ifPresent(territory -> item.put("territory", territory));
        }
        return array;
    }
}
