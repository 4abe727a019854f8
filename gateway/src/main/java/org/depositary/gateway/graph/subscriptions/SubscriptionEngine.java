package org.depositary.gateway.graph.subscriptions;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.DefaultBean;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.live.ChangeFollower;

/** Executes operations on a schema that has the subscription and one query only. Used until a larger schema replaces it. */
@DefaultBean
@ApplicationScoped
class SubscriptionEngine implements SocketExecutor, DataFetcherExceptionHandler {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Operation(String query, String operationName, Map<String, Object> variables) {}

    private final GraphQL graphQl;

    SubscriptionEngine(SubscriptionSchema subscriptions, ChangeFollower follower) {
        var query = GraphQLObjectType.newObject()
                .name("Query")
                .field(field -> field.name("cursor")
                        .type(GraphQLNonNull.nonNull(graphql.Scalars.GraphQLString))
                        .dataFetcher(environment -> follower.newest().toString()))
                .build();
        var schema = GraphQLSchema.newSchema()
                .query(query)
                .subscription(subscriptions.subscription())
                .additionalType(ExtendedScalars.Json)
                .build();
        this.graphQl = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(this)
                .build();
    }

    @Override
    public ExecutionResult execute(String payload, Map<Object, Object> context, RoutingContext handshake) {
        try {
            var operation = MAPPER.readValue(payload, Operation.class);
            return graphQl.execute(ExecutionInput.newExecutionInput(operation.query())
                    .operationName(operation.operationName())
                    .variables(Optional.ofNullable(operation.variables()).orElse(Map.of()))
                    .graphQLContext(context)
                    .build());
        } catch (JsonProcessingException invalid) {
            throw Problem.of(ProblemType.MALFORMED, "Invalid payload");
        }
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failed) {
        var error = GraphQLError.newError()
                .message("%s", failed.getException().getMessage())
                .path(failed.getPath())
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }
}
