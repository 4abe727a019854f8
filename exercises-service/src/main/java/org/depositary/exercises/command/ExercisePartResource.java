package org.depositary.exercises.command;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE_PHASE;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE_PURPOSE;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE_STEP;
import static org.depositary.exercises.events.ExerciseFactKind.PARTICIPATION;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.domain.ExercisePhase;
import org.depositary.exercises.domain.ExercisePurpose;
import org.depositary.exercises.domain.ExerciseStep;
import org.depositary.exercises.domain.ExerciseStepKind;
import org.depositary.exercises.domain.Participation;
import org.depositary.facts.command.FactRecorder;
import org.depositary.facts.command.FactRequest;
import org.depositary.facts.command.FactRequestBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records the steps, participations, phases and purposes of an exercise. Each method takes one fact or an array. */
@Path(ExerciseDecider.EXERCISES)
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "exercises")
public class ExercisePartResource {

    private final FactRecorder recorder;
    private final ExerciseStartLookup starts;

    ExercisePartResource(FactRecorder recorder, ExerciseStartLookup starts) {
        this.recorder = recorder;
        this.starts = starts;
    }

    @POST
    @Path("{id}/steps")
    @Operation(
            summary = "Record steps of any kind. An array is decided together, so its steps can depend on each other.")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewExerciseStep")))
    public Response recordStep(@PathParam("id") String id, JsonNode body) {
        return record(id, body, UnaryOperator.identity());
    }

    @POST
    @Path("{id}/announcement")
    @Operation(summary = "Record the date of the announcement")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewAnnouncement")))
    public Response announce(@PathParam("id") String id, JsonNode body) {
        return record(id, body, ExerciseStepKind.ANNOUNCEMENT);
    }

    @POST
    @Path("{id}/schedule")
    @Operation(summary = "Schedule the exercise, or schedule it again: its dates are now these")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewSchedule")))
    public Response schedule(@PathParam("id") String id, JsonNode body) {
        return record(id, body, ExerciseStepKind.SCHEDULE);
    }

    @POST
    @Path("{id}/start")
    @Operation(summary = "Record that the exercise started")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewStart")))
    public Response start(@PathParam("id") String id, JsonNode body) {
        return record(id, body, ExerciseStepKind.START);
    }

    @POST
    @Path("{id}/completion")
    @Operation(summary = "Record that the exercise was completed")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewCompletion")))
    public Response complete(@PathParam("id") String id, JsonNode body) {
        return record(id, body, ExerciseStepKind.COMPLETION);
    }

    @POST
    @Path("{id}/cancellation")
    @Operation(summary = "Record that the exercise was cancelled")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewCancellation")))
    public Response cancel(@PathParam("id") String id, JsonNode body) {
        return record(id, body, ExerciseStepKind.CANCELLATION);
    }

    @POST
    @Path("{id}/participants")
    @Operation(summary = "Record a participation, with its own sources, strengths, equipment and dates")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewParticipation")))
    public Response recordParticipation(@PathParam("id") String id, JsonNode body) {
        return recorder.record(body, EXERCISES, fields -> participation(id, fields));
    }

    @POST
    @Path("{id}/phases")
    @Operation(summary = "Record a phase with its own sources: where, when and how long")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewExercisePhase")))
    public Response recordPhase(@PathParam("id") String id, JsonNode body) {
        return recorder.record(body, EXERCISES, fields -> phase(id, fields));
    }

    @POST
    @Path("{id}/purposes")
    @Operation(summary = "Record a declared or assessed purpose with its own sources")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewExercisePurpose")))
    public Response recordPurpose(@PathParam("id") String id, JsonNode body) {
        return recorder.record(body, EXERCISES, fields -> purpose(id, fields));
    }

    private Response record(String id, JsonNode body, ExerciseStepKind step) {
        return record(id, body, fields -> fields.with("step", step.toString()));
    }

    private Response record(String id, JsonNode body, UnaryOperator<FactRequestBody> prepared) {
        return recorder.record(body, EXERCISES, fields -> step(id, prepared.apply(fields)));
    }

    private static FactRequest<ExerciseFact> step(String id, FactRequestBody fields) {
        ExerciseRequestParser.canonicalizeParty(fields, ExerciseRequestParser.date(fields, "effective"));
        var step = fields.with("exercise", id).statement(ExerciseStep.class);
        ExerciseDecider.validate(step);
        return new FactRequest<>(EXERCISES.stream(id), EXERCISE_STEP, step);
    }

    private FactRequest<ExerciseFact> participation(String id, FactRequestBody fields) {
        ExerciseRequestParser.canonicalizeParty(
                fields, ExerciseRequestParser.date(fields, "joined").or(() -> starts.of(id)));
        var participation = fields.with("exercise", id).statement(Participation.class);
        ExerciseDecider.validate(participation);
        return new FactRequest<>(EXERCISES.stream(id), PARTICIPATION, participation);
    }

    private FactRequest<ExerciseFact> phase(String id, FactRequestBody fields) {
        ExerciseRequestParser.canonicalizePlace(fields, starts.of(id));
        var phase = fields.with("exercise", id).statement(ExercisePhase.class);
        ExerciseDecider.validate(phase);
        return new FactRequest<>(EXERCISES.stream(id), EXERCISE_PHASE, phase);
    }

    private FactRequest<ExerciseFact> purpose(String id, FactRequestBody fields) {
        ExerciseRequestParser.canonicalizeParty(fields, starts.of(id));
        var purpose = fields.with("exercise", id).statement(ExercisePurpose.class);
        ExerciseDecider.validate(purpose);
        return new FactRequest<>(EXERCISES.stream(id), EXERCISE_PURPOSE, purpose);
    }
}
