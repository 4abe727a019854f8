package org.depositary.gateway.graph.limits;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.validation.ValidationError;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.depositary.eventsourcing.ProblemType;

/** Refuses a document over a limit before it is validated and executed. */
public final class DocumentLimiter extends SimplePerformantInstrumentation {

    private final DocumentLimits limits;

    public DocumentLimiter(DocumentLimits limits) {
        this.limits = limits;
    }

    @Override
    public InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState state) {
        var document = parameters.getDocument();
        var operations = document.getDefinitionsOfType(OperationDefinition.class);
        require("operations", operations.size(), limits.operations());
        require("aliases", aliases(document), limits.aliases());
        var sizes = new DocumentSize(parameters.getSchema(), document, parameters.getVariables());
        for (var operation : operations) {
            var size = sizes.of(operation);
            require("depth", size.depth(), limits.depth());
            require("cost", size.cost(), limits.cost());
        }
        return super.beginValidation(parameters, state);
    }

    private static int aliases(Node<?> document) {
        int aliases = 0;
        var nodes = new ArrayDeque<Node<?>>(List.of(document));
        while (!nodes.isEmpty()) {
            var node = nodes.pop();
            aliases += node instanceof Field field && field.getAlias() != null ? 1 : 0;
            node.getChildren().forEach(nodes::push);
        }
        return aliases;
    }

    private static void require(String measure, int actual, int limit) {
        if (actual > limit) {
            var type = ProblemType.QUERY_TOO_COSTLY;
            var error = GraphQLError.newError()
                    .errorType(ErrorType.ExecutionAborted)
                    .message("The %s of the document is %d. The limit is %d", measure, actual, limit)
                    .extensions(Map.of(
                            "code",
                            "LIMIT_EXCEEDED",
                            "type",
                            type.uri(),
                            "status",
                            type.status(),
                            "measure",
                            measure,
                            "actual",
                            actual,
                            "limit",
                            limit))
                    .build();
            throw new AbortExecutionException(List.of(error));
        }
    }
}
