package org.depositary.exercises.command;

import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;
import static org.depositary.exercises.events.ExerciseFactKind.PARTICIPATION;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.domain.Participation;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Corrects and retracts recorded participations, and adds sources and claims. {@link ExercisePartResource} records
 * them.
 */
@Path(ExerciseDecider.PARTICIPATIONS)
@Tag(name = "exercises")
public class ParticipationResource extends FactResource<ExerciseFact, Participation> {

    private final ExerciseStartLookup starts;

    ParticipationResource(FactChanger changer, ExerciseStartLookup starts) {
        super(changer);
        this.starts = starts;
    }

    @Override
    protected FactLookup<ExerciseFact, Participation> lookup(String id) {
        return new FactLookup<>(EXERCISES, PARTICIPATION, id, Optional.empty(), (body, participation) -> {
            ExerciseRequestParser.rejectField(body, "exercise");
            ExerciseRequestParser.canonicalizeParty(
                    body,
                    ExerciseRequestParser.date(body, "joined")
                            .or(participation::joined)
                            .or(() -> starts.of(participation.exercise())));
        });
    }
}
