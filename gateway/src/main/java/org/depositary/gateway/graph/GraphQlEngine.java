package org.depositary.gateway.graph;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.dataloader.DataLoaderRegistry;
import org.depositary.gateway.graph.limits.DocumentLimiter;
import org.depositary.gateway.graph.limits.DocumentLimits;
import org.depositary.gateway.graph.reads.RequestReads;
import org.depositary.gateway.graph.schema.QuerySchema;
import org.depositary.gateway.graph.subscriptions.SubscriptionSchema;

/** Executes GraphQL documents on the thread of the caller. */
@Startup
@ApplicationScoped
class GraphQlEngine {

    private final GraphQL graphQl;
    private final ParserOptions parsing;
    private final String schema;

    GraphQlEngine(QuerySchema queries, SubscriptionSchema subscriptions, GraphQlSettings settings) {
        var definition = GraphQLSchema.newSchema()
                .query(queries.query())
                .subscription(subscriptions.subscription())
                .additionalTypes(queries.types())
                .build();
        this.graphQl = GraphQL.newGraphQL(definition)
                .instrumentation(new DocumentLimiter(limits(settings)))
                .defaultDataFetcherExceptionHandler(new ProblemErrors())
                .build();
        this.parsing = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(settings.maxTokens()));
        this.schema = new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false))
                .print(definition);
    }

    private static DocumentLimits limits(GraphQlSettings settings) {
        return new DocumentLimits(
                settings.maxDepth(), settings.maxCost(), settings.maxAliases(), settings.maxOperations());
    }

    /** @param context further entries of the GraphQL context */
    ExecutionResult execute(GraphQlRequest request, RequestReads reads, Map<?, Object> context) {
        var input = ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName().orElse(null))
                .variables(request.variables())
                .dataLoaderRegistry(new DataLoaderRegistry())
                .graphQLContext(Map.of(RequestReads.class, reads, ParserOptions.class, parsing))
                .graphQLContext(context)
                .build();
        return graphQl.execute(input);
    }

    /** Whether the request starts a subscription. False for a document that cannot be parsed. */
    boolean isSubscription(GraphQlRequest request) {
        var document = ParserEnvironment.newParserEnvironment()
                .document(request.query())
                .parserOptions(parsing)
                .build();
        try {
            var operations = Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).stream()
                    .filter(operation -> request.operationName()
                            .filter(name -> !name.equals(operation.getName()))
                            .isEmpty())
                    .toList();
            return !operations.isEmpty()
                    && operations.stream().allMatch(operation -> operation.getOperation() == Operation.SUBSCRIPTION);
        } catch (InvalidSyntaxException invalid) {
            return false;
        }
    }

    /** The schema in the schema definition language. */
    String schema() {
        return schema;
    }
}
