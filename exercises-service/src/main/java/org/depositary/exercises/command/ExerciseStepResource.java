package org.depositary.exercises.command;

import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE_STEP;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.domain.ExerciseStep;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrects and retracts recorded steps, and adds sources and claims. {@link ExercisePartResource} records them. */
@Path(ExerciseDecider.STEPS)
@Tag(name = "exercises")
public class ExerciseStepResource extends FactResource<ExerciseFact, ExerciseStep> {

    ExerciseStepResource(FactChanger changer) {
        super(changer);
    }

    @Override
    protected FactLookup<ExerciseFact, ExerciseStep> lookup(String id) {
        return new FactLookup<>(EXERCISES, EXERCISE_STEP, id, Optional.empty(), (body, step) -> {
            ExerciseRequestParser.rejectField(body, "exercise");
            ExerciseRequestParser.rejectField(body, "step");
            ExerciseRequestParser.canonicalizeParty(
                    body, ExerciseRequestParser.date(body, "effective").or(() -> Optional.of(step.effective())));
        });
    }
}
