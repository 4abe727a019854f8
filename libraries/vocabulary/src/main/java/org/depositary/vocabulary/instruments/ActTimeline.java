package org.depositary.vocabulary.instruments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * How one party stood towards one instrument over time. Acts apply in the order of their effective dates, a denunciation
 * when it takes effect. Imprecise or equal dates leave the order open; then an act that may follow comes before one that
 * may not. {@link PartyStanding} has the rules.
 *
 * @param spans of signatory, provisional application and consent, in the order of time
 * @param reservations in the order of time
 */
public record ActTimeline(List<StandingSpan> spans, List<ReservationSpan> reservations) {

    private static final Comparator<DatedAct> IN_TIME =
            Comparator.comparing(DatedAct::applies, PartialDate.IN_TIME).thenComparing(DatedAct::kind);

    /** Computes the timeline. Never fails: an act that cannot follow is ignored. */
    public static ActTimeline of(List<DatedAct> inRecordingOrder) {
        return new Builder(inRecordingOrder).build();
    }

    /** Returns the first act that cannot follow the earlier ones. Empty if all are possible. */
    public static Optional<ActConflict> conflict(List<DatedAct> inRecordingOrder) {
        var builder = new Builder(inRecordingOrder);
        builder.build();
        return builder.conflict;
    }

    private static final class Builder {

        private final List<DatedAct> waiting;
        private final PartyStanding state = new PartyStanding();
        private final List<StandingSpan> spans = new ArrayList<>();
        private final List<ReservationSpan> reservations = new ArrayList<>();
        private Optional<ActConflict> conflict = Optional.empty();

        Builder(List<DatedAct> acts) {
            waiting = acts.stream().sorted(IN_TIME).collect(Collectors.toCollection(ArrayList::new));
        }

        ActTimeline build() {
            while (!waiting.isEmpty()) {
                var next = next();
                waiting.remove(next);
                var found = state.conflict(next);
                if (found.isPresent()) {
                    conflict = conflict.or(() -> found);
                } else {
                    apply(next);
                }
            }
            return new ActTimeline(List.copyOf(spans), List.copyOf(reservations));
        }

        /**
         * Returns the first act that may be next by its date and may follow; otherwise the first in time. The
         * denunciation of a mere signature comes last, because a consent of the same time belongs before it.
         */
        private DatedAct next() {
            var first = waiting.getFirst();
            var earliestEnd = waiting.stream()
                    .min(Comparator.comparing(act -> act.applies().latest().orElse(LocalDate.MAX)))
                    .orElse(first);
            return waiting.stream()
                    .filter(act -> act == earliestEnd || !earliestEnd.isCertainlyBefore(act))
                    .filter(act -> state.conflict(act).isEmpty())
                    .min(Comparator.comparing(state::endsSignatureOnly))
                    .orElse(first);
        }

        private void apply(DatedAct act) {
            var before = state.standing();
            var open = state.reservations();
            state.apply(act);
            if (!state.standing().equals(before)) {
                before.ifPresent(standing -> spans.add(spans.removeLast().closedBy(act)));
                state.standing()
                        .ifPresent(standing ->
                                spans.add(new StandingSpan(standing, act, Optional.empty(), state.signature())));
            }
            open.stream().filter(one -> !state.reservations().contains(one)).forEach(one -> close(one, act));
            state.reservations().stream()
                    .filter(one -> !open.contains(one))
                    .forEach(one -> reservations.add(new ReservationSpan(one, Optional.empty())));
        }

        private void close(DatedAct reservation, DatedAct act) {
            reservations.replaceAll(span ->
                    span.opened().equals(reservation) ? new ReservationSpan(reservation, Optional.of(act)) : span);
        }
    }
}
