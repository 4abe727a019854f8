package org.depositary.exercises.command;

import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE_PURPOSE;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.domain.ExercisePurpose;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrects and retracts recorded purposes, and adds sources and claims. {@link ExercisePartResource} records them. */
@Path(ExerciseDecider.PURPOSES)
@Tag(name = "exercises")
public class ExercisePurposeResource extends FactResource<ExerciseFact, ExercisePurpose> {

    private final ExerciseStartLookup starts;

    ExercisePurposeResource(FactChanger changer, ExerciseStartLookup starts) {
        super(changer);
        this.starts = starts;
    }

    @Override
    protected FactLookup<ExerciseFact, ExercisePurpose> lookup(String id) {
        return new FactLookup<>(EXERCISES, EXERCISE_PURPOSE, id, Optional.empty(), (body, purpose) -> {
            ExerciseRequestParser.rejectField(body, "exercise");
            ExerciseRequestParser.rejectField(body, "view");
            ExerciseRequestParser.canonicalizeParty(body, starts.of(purpose.exercise()));
        });
    }
}
