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
import org.depositary.membership.imports.job.ImportIdParser;
import org.depositary.membership.imports.job.ImportQueue;
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

/** Serves the status, the progress and the report of an import. */
@Path("/api/imports")
@Tag(name = "imports")
public class ImportStatusResource {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;

    private final ImportStatusCache cache = new ImportStatusCache(POLL_INTERVAL);
    private final DataSource dataSource;
    private final CurrentIdentityAssociation identities;
    private final boolean readsAreOpen;

    ImportStatusResource(
            DataSource dataSource,
            CurrentIdentityAssociation identities,
            @ConfigProperty(name = "depositary.reads.policy", defaultValue = "permit") String readsPolicy) {
        this.dataSource = dataSource;
        this.identities = identities;
        this.readsAreOpen = readsPolicy.equals("permit");
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Status and progress of an import. As text/event-stream, every change is sent until the import ends.")
    @APIResponse(responseCode = "200", description = "The status and the counts")
    public ImportStatusResponse status(@RestPath String id) {
        checkMayRead();
        return load(ImportIdParser.parse(id));
    }

    @GET
    @Path("{id}")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<ImportStatusResponse> progress(@RestPath String id) {
        checkMayRead();
        var first = cache.get(ImportIdParser.parse(id), this::load);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> cache.get(first.id(), this::load))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(POLL_INTERVAL)
                .whilst(status -> !status.isFinished());
    }

    @GET
    @Path("{id}/report")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The outcome of each change and each skipped row")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the file. Facts that are no longer in the file come last.",
            content = @Content(schema = @Schema(implementation = ImportReportPage.class)))
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
        checkMayRead();
        var status = load(ImportIdParser.parse(id));
        var kind = outcome.map(ImportStatusResource::kind);
        int pageSize = limit.map(ImportStatusResource::limit).orElse(DEFAULT_LIMIT);
        var from = after.map(ImportStatusResource::position).orElse(ImportReportPage.Position.START);
        var page = read(sql -> {
            new ImportQueue(sql).requireReport(status.id());
            return new ImportReportReader(sql).page(status.id(), kind, from, pageSize);
        });
        var response = Response.ok(page);
        page.next().ifPresent(next -> response.header("Link", link(status.id(), outcome, pageSize, next)));
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
                .orElseThrow(() -> Problem.of(ProblemType.BAD_QUERY, "Unknown outcome " + text));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException invalid) {
            // An invalid value is reported below.
        }
        throw Problem.of(ProblemType.BAD_QUERY, "limit must be a number from 1 to " + MAX_LIMIT);
    }

    private static ImportReportPage.Position position(String token) {
        try {
            return ImportReportPage.Position.parse(token);
        } catch (IllegalArgumentException invalid) {
            throw Problem.of(ProblemType.BAD_QUERY, "after must be the next of the previous page");
        }
    }

    private ImportStatusResponse load(UUID id) {
        return read(sql -> new ImportQueue(sql).status(id)).orElseThrow(() -> ImportIdParser.notFound(id));
    }

    private <T> T read(Function<ImportSql, T> query) {
        try (var connection = dataSource.getConnection()) {
            return query.apply(new ImportSql(connection));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private void checkMayRead() {
        if (!readsAreOpen
                && identities.getDeferredIdentity().await().indefinitely().isAnonymous()) {
            throw new UnauthorizedException();
        }
    }
}
