package org.depositary.membership.imports.report;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.store.DatabaseFailure;
import org.depositary.membership.imports.job.ImportId;
import org.depositary.membership.imports.job.ImportJobs;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.job.ImportStatusResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** How far an import is, and what became of its rows. */
@Path("/api/imports")
@Tag(name = "imports")
public class ImportStatusResource {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;

    private final ProgressCache looks = new ProgressCache(BETWEEN_LOOKS);
    private final DataSource dataSource;
    private final CurrentIdentityAssociation callers;
    private final boolean readsAreOpen;

    ImportStatusResource(
            DataSource dataSource,
            CurrentIdentityAssociation callers,
            @ConfigProperty(name = "depositary.reads.policy", defaultValue = "permit") String readsPolicy) {
        this.dataSource = dataSource;
        this.callers = callers;
        this.readsAreOpen = readsPolicy.equals("permit");
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How far an import is; as text/event-stream, told until it ends")
    @APIResponse(responseCode = "200", description = "Its status and its counts")
    public ImportStatusResponse status(@RestPath String id) {
        refuseStrangers();
        return view(ImportId.parse(id));
    }

    @GET
    @Path("{id}")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<ImportStatusResponse> progress(@RestPath String id) {
        refuseStrangers();
        var known = looks.at(ImportId.parse(id), this::view);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> looks.at(known.id(), this::view))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(BETWEEN_LOOKS)
                .whilst(view -> !view.isFinished());
    }

    @GET
    @Path("{id}/report")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What became of each change and of each row that was skipped, by line")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the file; what the file does not say any more comes last",
            content = @Content(schema = @Schema(implementation = ReportPage.class)))
    public Response report(
            @RestPath String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "accepted",
                                                "known",
                                                "corrected",
                                                "retracted",
                                                "kept",
                                                "rejected"
                                            }))
                    @RestQuery
                    Optional<String> outcome,
            @Parameter(schema = @Schema(implementation = Integer.class)) @RestQuery Optional<String> limit,
            @RestQuery Optional<String> after) {
        refuseStrangers();
        var known = view(ImportId.parse(id));
        var kind = outcome.map(ImportStatusResource::kind);
        int most = limit.map(ImportStatusResource::limit).orElse(DEFAULT_LIMIT);
        var from = after.map(ImportStatusResource::position).orElse(ReportPage.Position.START);
        var page = read(sql -> new ReportReader(sql).page(known.id(), kind, from, most));
        var response = Response.ok(page);
        page.next().ifPresent(next -> response.header("Link", link(known.id(), outcome, most, next)));
        return response.build();
    }

    private static String link(UUID id, Optional<String> outcome, int limit, String next) {
        return "</api/imports/%s/report?limit=%d&after=%s%s>; rel=\"next\""
                .formatted(id, limit, next, outcome.map("&outcome="::concat).orElse(""));
    }

    private static ImportOutcome.Kind kind(String text) {
        return Arrays.stream(ImportOutcome.Kind.values())
                .filter(kind -> kind.json().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.BAD_QUERY, "There is no outcome " + text));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw Problem.of(ProblemType.BAD_QUERY, "limit is a number from 1 to " + MOST);
    }

    private static ReportPage.Position position(String token) {
        try {
            return ReportPage.Position.parse(token);
        } catch (IllegalArgumentException noToken) {
            throw Problem.of(ProblemType.BAD_QUERY, "after takes the value of next of the page before");
        }
    }

    private ImportStatusResponse view(UUID id) {
        return read(sql -> new ImportJobs(sql).view(id)).orElseThrow(() -> ImportId.notFound(id));
    }

    private <T> T read(Function<ImportSql, T> read) {
        try (var connection = dataSource.getConnection()) {
            return read.apply(new ImportSql(connection));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private void refuseStrangers() {
        if (!readsAreOpen
                && callers.getDeferredIdentity().await().indefinitely().isAnonymous()) {
            throw new UnauthorizedException();
        }
    }
}
