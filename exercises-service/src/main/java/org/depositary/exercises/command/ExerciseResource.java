package org.depositary.exercises.command;

import static org.depositary.exercises.events.ExerciseFacts.EXERCISE;
import static org.depositary.exercises.events.ExerciseFacts.EXERCISES;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.depositary.exercises.domain.Exercise;
import org.depositary.exercises.domain.Exercises;
import org.depositary.facts.command.FactAddress;
import org.depositary.facts.command.FactBody;
import org.depositary.facts.command.FactDraft;
import org.depositary.facts.command.FactResource;
import org.depositary.facts.command.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exercises, operations and observation missions: record one, fix it. */
@Path("/api/exercises")
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "exercises")
public class ExerciseResource extends FactResource<Exercise, Exercise> {

    private final Facts facts;

    ExerciseResource(Facts facts) {
        super(facts);
        this.facts = facts;
    }

    @POST
    @Operation(summary = "Record an exercise, operation or observation mission, or an array of them, all or none")
    public Response record(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(ref = "#/components/schemas/NewExercise")))
                    JsonNode body) {
        return facts.record(body, EXERCISES, ExerciseResource::exercise);
    }

    private static FactDraft<Exercise> exercise(FactBody body) {
        Input.name(body);
        Input.canonical(body, Input.start(body));
        var exercise = body.statement(Exercise.class);
        // The decider checks too; here a flaw can still be told with the item of the array that it is in.
        Exercises.check(exercise);
        return new FactDraft<>(EXERCISES, EXERCISE, exercise);
    }

    @Override
    protected FactAddress<Exercise, Exercise> address(String id) {
        return new FactAddress<>(EXERCISES, EXERCISE, id, Optional.empty(), (body, exercise) -> {
            if (body.fields().has("name")) {
                Input.name(body);
            }
            Input.canonical(
                    body,
                    Input.start(body).or(() -> Optional.of(exercise.dates().start())));
        });
    }
}
