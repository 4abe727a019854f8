package org.depositary.gateway.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Exercises, operations and observation missions. */
@Path("/api/exercises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exercises")
@KnownParameters
public class ExercisesResource {

    private final Reads reads;

    ExercisesResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Operation(summary = "Exercises, operations and observation missions in time; with `on`, those of that day")
    public RestResponse<Page<Exercise>> list(
            @BeanParam Reading reading, @BeanParam Paging paging, @BeanParam ExerciseFilter filter)
            throws SQLException {
        boolean onDay = reading.on().isPresent();
        return reads.list(reading, paging, (snapshot, wanted) -> new Exercises(snapshot)
                .matching(filter.conditions(reading), onDay, wanted));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them, with every event of it")
    public RestResponse<ExerciseInFull> one(@RestPath String id, @BeanParam Reading reading) throws SQLException {
        return reads.versioned(reading, snapshot -> new Exercises(snapshot)
                .inFull(id, reading.on().isPresent()));
    }

    @GET
    @Path("{id}/claims/{claim}")
    @Operation(summary = "What one source says of an exercise about which sources do not agree")
    public RestResponse<Claim> claim(@RestPath String id, @RestPath int claim, @BeanParam Reading reading)
            throws SQLException {
        return reads.versioned(reading, snapshot -> new Facts(snapshot).claim("exercise", id, claim));
    }
}
