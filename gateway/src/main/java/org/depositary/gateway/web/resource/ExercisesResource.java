package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.exercises.ExerciseDetail;
import org.depositary.gateway.read.exercises.ExercisePage;
import org.depositary.gateway.read.exercises.ExerciseReads;
import org.depositary.gateway.read.exercises.ExerciseRecordings;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RecordReadParameters;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves exercises, operations and observation missions. */
@Path("/api/exercises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exercises")
@RejectUnknownParameters
public class ExercisesResource {

    private final ReadExecutor reads;

    ExercisesResource(ReadExecutor reads) {
        this.reads = reads;
    }

    @GET
    @Operation(
            summary = "Exercises, operations and observation missions by date. With `on`, those of that day.",
            description =
                    "With `on` and `party` or `role`, the party, or somebody in that role, certainly or possibly took part "
                            + "on that day. `participants` then has only those of that day.")
    public RestResponse<ExercisePage> list(@BeanParam ExerciseParameters request) throws SQLException {
        var filter = request.filter();
        return reads.list(
                ExerciseReads.EXERCISES,
                filter,
                request.list(),
                (snapshot, page) -> new ExercisePage(
                        page.items(), page.next(), new ExerciseReads(snapshot).withoutStrength(filter)));
    }

    @GET
    @Path("{id}")
    @Operation(
            summary =
                    "One exercise with all its events. The URL of a merged record redirects to the record that it was merged into.",
            description =
                    "With `on`, `participants` has those that certainly or possibly took part on that day, from `joined` to "
                            + "`left`, and `participantsOnOtherDays` the others. `strengths` lists what each source says.")
    @APIResponse(responseCode = "200", description = "The exercise")
    @APIResponse(
            responseCode = "307",
            description =
                    "The record was merged into another one. A merge can be undone, and `known-at` before it shows two.",
            headers = {
                @Header(
                        name = "Location",
                        description = "The URL of the other record, with the same query",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Cache-Control", description = "no-cache", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<ExerciseDetail> one(@RestPath String id, @BeanParam RecordReadParameters parameters)
            throws SQLException {
        boolean onDay = parameters.reading().on().isPresent();
        return reads.recordOrRedirect(
                parameters,
                new FactKey("exercise", id),
                snapshot -> new ExerciseReads(snapshot).mergedInto(id),
                snapshot -> new ExerciseReads(snapshot).detail(id, onDay));
    }

    @GET
    @Path("{id}/recordings")
    @Operation(summary = "All events of one record of an exercise, also of a merged record")
    public RestResponse<ExerciseRecordings> recordings(@RestPath String id, @BeanParam CommonReadParameters reading)
            throws SQLException {
        return reads.versioned(reading, snapshot -> new ExerciseReads(snapshot).recordings(id));
    }

    @GET
    @Path("{id}/claims/{claim}")
    @Operation(summary = "One claim about a disputed exercise")
    public RestResponse<ClaimItem> claim(
            @RestPath String id, @RestPath int claim, @BeanParam CommonReadParameters reading) throws SQLException {
        return reads.versioned(reading, snapshot -> new FactReads(snapshot).claim("exercise", id, claim));
    }
}
