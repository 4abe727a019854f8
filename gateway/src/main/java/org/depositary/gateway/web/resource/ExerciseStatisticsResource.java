package org.depositary.gateway.web.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.exercises.participations.ParticipationReads;
import org.depositary.gateway.read.exercises.participations.ParticipationYear;
import org.depositary.gateway.read.exercises.statistics.ExerciseStatisticReads;
import org.depositary.gateway.read.exercises.statistics.ExerciseStatistics;
import org.depositary.gateway.read.exercises.statistics.PairMatrix;
import org.depositary.gateway.read.exercises.statistics.PairMatrixReads;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves statistics of exercises, and the participations that analysts join with other data. */
@Path("/api/exercises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exercises")
@RejectUnknownParameters
@RunOnVirtualThread
public class ExerciseStatisticsResource {

    private final ReadExecutor reads;

    ExerciseStatisticsResource(ReadExecutor reads) {
        this.reads = reads;
    }

    @GET
    @Path("statistics")
    @Operation(
            summary = "Numbers, days and strengths of exercises by year, party, pair of parties, kind or organisation",
            description =
                    "The filters select the exercises. `role` also selects which of their parties count, and `party` "
                            + "which pairs. With `on`, exercises of that day count, with the parties that took part on it. "
                            + "`by=pair` is the edge list of who exercises with whom. `by=year` counts an exercise as "
                            + "`possible` if its date is uncertain or leaves several years open.")
    public RestResponse<ExerciseStatistics> statistics(@BeanParam StatisticsParameters request) throws SQLException {
        var filter = request.filter();
        return reads.list(
                ExerciseStatisticReads.by(request.grouping()),
                filter,
                request.list(),
                (snapshot, page) -> new ExerciseStatisticReads(snapshot)
                        .withTotal(request.grouping(), filter, page.items(), page.next()));
    }

    @GET
    @Path("statistics/matrix")
    @Operation(summary = "Who exercises with whom, as matrices of numbers, days and strengths: at most 300 parties")
    public RestResponse<PairMatrix> matrix(@BeanParam ExerciseFilterParameters request) throws SQLException {
        return reads.one(request.reading(), ReadScope.WHOLE_LOG, snapshot -> new PairMatrixReads(snapshot)
                .matrix(request.filter()));
    }

    @GET
    @Path("participations")
    @Operation(
            summary =
                    "One row for each exercise, party and year, with COW and Gleditsch-Ward numbers valid in that year",
            description = "`party` selects only the rows of this party, and `role` only rows with this role. CSV has "
                    + "columns for analysts, such as `party_name`, unless `fields` selects others.")
    public RestResponse<ListPage<ParticipationYear>> participations(@BeanParam ExerciseParameters request)
            throws SQLException {
        return reads.list(
                ParticipationReads.PARTICIPATIONS, request.filter(), request.list(), ParticipationYear.COLUMNS);
    }
}
