package org.depositary.gateway.web.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.SQLException;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.exercises.ExerciseGeoJsonWriter;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the places of exercises for maps. */
@Path("/api/exercises.geojson")
@Tag(name = "Exercises")
@RejectUnknownParameters
@RunOnVirtualThread
public class ExerciseMapResource {

    private final ReadExecutor reads;
    private final ExerciseGeoJsonWriter writer;

    ExerciseMapResource(ReadExecutor reads, ExerciseGeoJsonWriter writer) {
        this.reads = reads;
        this.writer = writer;
    }

    @GET
    @Produces("application/geo+json")
    @Operation(
            summary = "The places of exercises as GeoJSON (RFC 7946): one point for each phase with coordinates",
            description =
                    "The response is complete and has no pages. `withoutCoordinates` is the number of exercises that "
                            + "match the filters but have no place with coordinates.")
    public RestResponse<StreamingOutput> map(@BeanParam ExerciseFilterParameters request) throws SQLException {
        var filter = request.filter();
        return reads.streamed(
                request.reading(), ReadScope.WHOLE_LOG, asOf -> output -> writer.write(filter, asOf, output));
    }
}
