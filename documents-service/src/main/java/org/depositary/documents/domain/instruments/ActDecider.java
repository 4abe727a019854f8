package org.depositary.documents.domain.instruments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.FactStreamTransition;
import org.depositary.vocabulary.instruments.ActConflict;
import org.depositary.vocabulary.instruments.ActTimeline;
import org.depositary.vocabulary.instruments.DatedAct;

/**
 * Decides the acts of one party about one instrument. Rejects a command after which an act could not follow the earlier
 * ones, such as the withdrawal of a reservation that was not made. {@link ActTimeline} has the rules, which are those of
 * the Vienna Convention on the Law of Treaties (1969).
 */
public final class ActDecider {

    public static final Decider<FactCommand<InstrumentAct>, FactStream<InstrumentAct>, FactEvent<InstrumentAct>>
            DECIDER = FactDecider.withInvariant(ActDecider::check);

    public static final String PATH = "/api/acts";

    private ActDecider() {}

    /**
     * Validates the statement.
     *
     * @throws Problem with a pointer to each violation
     */
    public static void validate(InstrumentAct statement) {
        InstrumentDecider.reject(statement.violations());
    }

    private static void check(FactStreamTransition<InstrumentAct> attempt) {
        attempt.after().standing().stream().map(Fact::statement).forEach(ActDecider::validate);
        ActTimeline.conflict(acts(attempt.after())).ifPresent(conflict -> {
            var inTheWay = Stream.concat(Stream.of(conflict.offending()), conflict.with().stream())
                    .map(DatedAct::id)
                    .filter(attempt::isRecorded)
                    .map(ActDecider::url)
                    .toList();
            throw Problem.of(ProblemType.CONFLICT, message(conflict, attempt)).conflictingWith(inTheWay);
        });
    }

    private static List<DatedAct> acts(FactStream<InstrumentAct> stream) {
        return stream.standing().stream().map(ActDecider::dated).toList();
    }

    private static DatedAct dated(Fact<InstrumentAct> fact) {
        var act = fact.statement();
        return new DatedAct(fact.id(), act.act(), act.effective(), act.inForce(), act.territory(), act.reservation());
    }

    private static String message(ActConflict conflict, FactStreamTransition<InstrumentAct> attempt) {
        var act = attempt.after().find(conflict.offending().id()).orElseThrow().statement();
        var others = conflict.with().stream().map(with -> name(with, attempt)).collect(Collectors.joining(" and "));
        return "%s and %s: %s %s: %s"
                .formatted(
                        act.party(),
                        act.instrument(),
                        name(conflict.offending(), attempt),
                        others.isEmpty() ? "is not possible" : "cannot follow " + others,
                        conflict.because());
    }

    private static String name(DatedAct act, FactStreamTransition<InstrumentAct> attempt) {
        return attempt.isRecorded(act.id())
                ? "the recorded %s of %s (%s)".formatted(act.kind(), act.effective(), url(act.id()))
                : "the %s of %s %s".formatted(act.kind(), act.effective(), attempt.place(act.id()));
    }

    private static String url(String id) {
        return PATH + "/" + id;
    }
}
