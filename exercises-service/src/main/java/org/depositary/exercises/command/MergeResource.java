package org.depositary.exercises.command;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISES;
import static org.depositary.exercises.events.ExerciseFactKind.EXERCISE_MERGE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.depositary.exercises.domain.ExerciseDecider;
import org.depositary.exercises.domain.ExerciseFact;
import org.depositary.exercises.domain.ExerciseMerge;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactRecorder;
import org.depositary.facts.command.FactRequest;
import org.depositary.facts.command.FactRequestBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Merges a record of an exercise into another record of the same exercise, and undoes that. */
@Path(ExerciseDecider.EXERCISES)
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "exercises")
public class MergeResource {

    private final FactRecorder recorder;
    private final FactChanger changer;

    MergeResource(FactRecorder recorder, FactChanger changer) {
        this.recorder = recorder;
        this.changer = changer;
    }

    @POST
    @Path("{id}/merge")
    @Operation(
            summary =
                    "Merge this record into another record of the same exercise. Its address then redirects to that one.")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "Merge")))
    public Response merge(@PathParam("id") String id, JsonNode body) {
        var into = body == null ? "" : body.path("into").asText();
        return recorder.recordDecision(
                body,
                EXERCISES,
                fields -> parse(id, fields),
                unitOfWork -> MergeTargetCheck.lockAndRequire(unitOfWork, id, into));
    }

    private static FactRequest<ExerciseFact> parse(String id, FactRequestBody fields) {
        var merge = fields.with("exercise", id).statement(ExerciseMerge.class);
        ExerciseDecider.validate(merge);
        return new FactRequest<>(EXERCISES.stream(id), EXERCISE_MERGE, merge);
    }

    @POST
    @Path("{id}/unmerge")
    @Operation(summary = "Undo the merge of this record: retract it. The reason is optional.")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "Unmerge")))
    public Response unmerge(@PathParam("id") String id, JsonNode body) {
        var reason = body == null || body.isNull() ? JsonNodeFactory.instance.objectNode() : body;
        var complete = reason.isObject() && reason.isEmpty()
                ? JsonNodeFactory.instance.objectNode().put("reason", "The records are about different exercises")
                : reason;
        return changer.retract(
                complete, unitOfWork -> ExerciseMergeResource.lookupOf(MergeTargetCheck.standingMerge(unitOfWork, id)));
    }
}
