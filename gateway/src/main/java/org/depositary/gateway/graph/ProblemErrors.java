package org.depositary.gateway.graph;

import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.eventsourcing.http.ProblemMappers;
import org.depositary.gateway.database.GatewayDatabase;
import org.jboss.logging.Logger;

/** Converts an exception of a field to an error with the members of problem+json as extensions. Others are logged. */
final class ProblemErrors implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(ProblemErrors.class);

    /** The name of the parameter, at the beginning of the detail of a bad query. */
    private static final Pattern PARAMETER = Pattern.compile("([a-z-]+): .*", Pattern.DOTALL);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failed) {
        var problem = problem(failed.getException());
        var error = GraphQLError.newError()
                .message("%s", problem.detail())
                .path(failed.getPath())
                .location(failed.getSourceLocation())
                .extensions(extensions(problem))
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private static Problem problem(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> problem(wrapped.getCause());
            case Problem problem -> problem;
            case SecurityException refused
            when ProblemMappers.ofSecurity(refused).isPresent() ->
                ProblemMappers.ofSecurity(refused).get();
            case SQLException database
            when GatewayDatabase.isTransient(database) -> {
                LOG.warnf("The database is not available: %s", database.getMessage());
                yield Problem.of(ProblemType.UNAVAILABLE, "The database cannot be reached now");
            }
            default -> {
                LOG.error("A field of a GraphQL query failed", failure);
                yield Problem.of(ProblemType.INTERNAL, "The error was logged");
            }
        };
    }

    private static Map<String, Object> extensions(Problem problem) {
        var json = ProblemJson.of(problem);
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", problem.type().name());
        extensions.put("type", json.type());
        extensions.put("title", json.title());
        extensions.put("status", json.status());
        var parameter = PARAMETER.matcher(problem.detail());
        if (problem.type() == ProblemType.BAD_QUERY && parameter.matches()) {
            extensions.put("pointer", "#/" + argument(parameter.group(1)));
        }
        return extensions;
    }

    /** The name of the argument for a parameter of REST: {@code knownAt} for {@code known-at}. */
    private static String argument(String parameter) {
        return Pattern.compile("-([a-z])").matcher(parameter).replaceAll(hyphen -> hyphen.group(1)
                .toUpperCase(Locale.ROOT));
    }
}
