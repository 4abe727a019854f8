package org.depositary.exercises.command;

import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE_MERGE;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.domain.ExerciseMerge;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrects the note of a recorded merge, adds sources, and retracts the merge, which undoes it. */
@Path(ExerciseDecider.MERGES)
@Tag(name = "exercises")
public class ExerciseMergeResource extends FactResource<ExerciseFact, ExerciseMerge> {

    ExerciseMergeResource(FactChanger changer) {
        super(changer);
    }

    @Override
    protected FactLookup<ExerciseFact, ExerciseMerge> lookup(String id) {
        return lookupOf(id);
    }

    static FactLookup<ExerciseFact, ExerciseMerge> lookupOf(String id) {
        return new FactLookup<>(EXERCISES, EXERCISE_MERGE, id, Optional.empty(), (body, merge) -> {
            ExerciseRequestParser.rejectField(body, "exercise");
            ExerciseRequestParser.rejectField(body, "into");
        });
    }
}
