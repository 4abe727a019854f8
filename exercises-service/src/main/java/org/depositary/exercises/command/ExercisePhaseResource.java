package org.depositary.exercises.command;

import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE_PHASE;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.domain.ExercisePhase;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrects and retracts recorded phases, and adds sources and claims. {@link ExercisePartResource} records them. */
@Path(ExerciseDecider.PHASES)
@Tag(name = "exercises")
public class ExercisePhaseResource extends FactResource<ExerciseFact, ExercisePhase> {

    private final ExerciseStartLookup starts;

    ExercisePhaseResource(FactChanger changer, ExerciseStartLookup starts) {
        super(changer);
        this.starts = starts;
    }

    @Override
    protected FactLookup<ExerciseFact, ExercisePhase> lookup(String id) {
        return new FactLookup<>(EXERCISES, EXERCISE_PHASE, id, Optional.empty(), (body, phase) -> {
            ExerciseRequestParser.rejectField(body, "exercise");
            ExerciseRequestParser.canonicalizePlace(body, starts.of(phase.exercise()));
        });
    }
}
