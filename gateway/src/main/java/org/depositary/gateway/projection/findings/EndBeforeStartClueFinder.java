package org.depositary.gateway.projection.findings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;

/** Finds steps that end an exercise or operation before it started, by its other steps or its recorded dates. */
final class EndBeforeStartClueFinder {

    private static final String STEP = "exercise-step";
    private static final Set<String> ENDS = Set.of("completion", "withdrawal");
    private static final Set<String> STARTS = Set.of("start", "deployment");

    private EndBeforeStartClueFinder() {}

    /** @param facts all facts of the stream */
    static Stream<FindingClue> clues(FactState step, List<FactState> facts) {
        if (!isStep(step, ENDS)) {
            return Stream.empty();
        }
        return start(facts)
                .filter(start -> FactPeriod.of(step)
                        .start()
                        .latest()
                        .filter(start::isAfter)
                        .isPresent())
                .map(start -> FindingClue.of(
                        "end-before-start",
                        FindingClue.json()
                                .put("step", step.text("step").orElse(""))
                                .put("effective", step.text("effective").orElse(""))
                                .put("start", start.toString())))
                .stream();
    }

    /** The earliest possible start: that of the steps, or else that of the recorded dates. */
    private static Optional<LocalDate> start(List<FactState> facts) {
        return earliest(facts.stream().filter(fact -> isStep(fact, STARTS)))
                .or(() -> earliest(facts.stream().filter(fact -> fact.kind().equals("exercise"))));
    }

    private static Optional<LocalDate> earliest(Stream<FactState> facts) {
        return facts.filter(FactState::stands)
                .flatMap(fact -> FactPeriod.of(fact).start().earliest().stream())
                .min(LocalDate::compareTo);
    }

    private static boolean isStep(FactState fact, Set<String> steps) {
        return fact.kind().equals(STEP)
                && fact.stands()
                && fact.text("step").filter(steps::contains).isPresent();
    }
}
