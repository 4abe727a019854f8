package org.depositary.membership.domain;

import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Decider;

/**
 * The coverage of one data set: the time for which it speaks. Imports state it.
 *
 * @param covers an EDTF interval; empty if the set has no coverage
 */
public record ImportSetCoverage(Optional<String> covers) {

    /**
     * Gives the set a coverage, or takes it away. Changes nothing if the set has it already.
     *
     * @param covers empty to take the coverage away
     * @param reason the reason to take it away
     */
    public record StateCoverage(String set, Optional<String> covers, String reason) {}

    public sealed interface Event {

        record Covered(String set, String covers) implements Event {}

        /** @param covers the coverage that the set had */
        record CoverageRetracted(String set, String covers, String reason) implements Event {}
    }

    public static final Decider<StateCoverage, ImportSetCoverage, Event> DECIDER = Decider.of(
            new ImportSetCoverage(Optional.empty()),
            (command, coverage) -> coverage.decide(command),
            (coverage, event) -> switch (event) {
                case Event.Covered(var set, var covers) -> new ImportSetCoverage(Optional.of(covers));
                case Event.CoverageRetracted retracted -> new ImportSetCoverage(Optional.empty());
            });

    private List<Event> decide(StateCoverage command) {
        if (command.covers().equals(covers)) {
            return List.of();
        }
        return List.of(command.covers()
                .<Event>map(stated -> new Event.Covered(command.set(), stated))
                .orElseGet(() -> new Event.CoverageRetracted(command.set(), covers.orElseThrow(), command.reason())));
    }
}
