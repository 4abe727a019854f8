package org.depositary.exercises.command;

import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.depositary.exercises.domain.Exercise;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactRecorder;
import org.depositary.facts.command.FactRequest;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.facts.command.FactResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Records, corrects and retracts exercises, operations and observation missions, and adds sources and claims to them.
 */
@Path("/api/exercises")
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "exercises")
public class ExerciseResource extends FactResource<ExerciseFact, Exercise> {

    private final FactRecorder recorder;

    ExerciseResource(FactRecorder recorder, FactChanger changer) {
        super(changer);
        this.recorder = recorder;
    }

    @POST
    @Operation(
            summary =
                    "Record an exercise, operation or observation mission, or an array of them. All or none are recorded.")
    public Response record(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(ref = "#/components/schemas/NewExercise")))
                    JsonNode body) {
        return recorder.record(body, EXERCISES, ExerciseResource::parse);
    }

    private static FactRequest<ExerciseFact> parse(FactRequestBody body) {
        ExerciseRequestParser.requireName(body);
        ExerciseRequestParser.canonicalizeParties(body, ExerciseRequestParser.startDate(body));
        var exercise = body.statement(Exercise.class);
        // The decider validates again, but it does not know the index in the array, which the pointer of an error
        // needs.
        ExerciseDecider.validate(exercise);
        return new FactRequest<>(EXERCISES, EXERCISE, exercise);
    }

    @Override
    protected FactLookup<ExerciseFact, Exercise> lookup(String id) {
        return new FactLookup<>(EXERCISES, EXERCISE, id, Optional.empty(), (body, exercise) -> {
            if (body.fields().has("name")) {
                ExerciseRequestParser.requireName(body);
            }
            ExerciseRequestParser.canonicalizeParties(
                    body,
                    ExerciseRequestParser.startDate(body)
                            .or(() -> Optional.of(exercise.dates().start())));
        });
    }
}
