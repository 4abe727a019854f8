package org.depositary.gateway.graph.limits;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.ScalarInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.graph.reads.FieldArguments;

/**
 * Computes depth and cost of a document before it is validated. Each fragment is computed once, so a document of
 * fragments within fragments takes no more time than its length. Introspection costs nothing: its answer is constant.
 */
final class DocumentSize {

    /** Above every limit, and small enough that a sum over all fields of a document does not overflow. */
    static final int MAX_COST = 500_000;

    /** A list is at least one statement. */
    private static final int LIST = 10;

    /** JSON can have many fields, for example names in all languages. */
    private static final int JSON = 5;

    /**
     * The size of a part of a document.
     *
     * @param depth the number of fields within each other
     * @param cost about the number of objects in the response
     */
    record Size(int depth, int cost) {

        static final Size NONE = new Size(0, 0);

        Size beside(Size other) {
            return new Size(Math.max(depth, other.depth), sum(cost, other.cost));
        }

        private static int sum(long one, long other) {
            return (int) Math.min(MAX_COST, one + other);
        }
    }

    private final GraphQLSchema schema;
    private final Map<String, Object> given;
    private final Map<String, Object> variables = new HashMap<>();
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> sizes = new HashMap<>();

    DocumentSize(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        this.schema = schema;
        this.given = variables;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    Size of(OperationDefinition operation) {
        // Defaults belong to one operation, and the sizes of fragments depend on them.
        sizes.clear();
        variables.clear();
        operation.getVariableDefinitions().stream()
                .filter(variable -> variable.getDefaultValue() instanceof IntValue)
                .forEach(variable ->
                        variables.put(variable.getName(), ((IntValue) variable.getDefaultValue()).getValue()));
        // A variable that is null replaces its default.
        variables.putAll(given);
        var root =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                    case MUTATION -> schema.getMutationType();
                };
        return of(operation.getSelectionSet(), Optional.ofNullable(root));
    }

    private Size of(SelectionSet selections, Optional<? extends GraphQLFieldsContainer> parent) {
        if (selections == null) {
            return Size.NONE;
        }
        var size = Size.NONE;
        for (var selection : selections.getSelections()) {
            size = size.beside(
                    switch (selection) {
                        case Field field -> of(field, parent);
                        case FragmentSpread spread -> of(spread);
                        case InlineFragment inline ->
                            of(
                                    inline.getSelectionSet(),
                                    inline.getTypeCondition() == null
                                            ? parent
                                            : type(inline.getTypeCondition().getName()));
                        default -> Size.NONE;
                    });
        }
        return size;
    }

    /** Validation refuses fragments within themselves later. */
    private Size of(FragmentSpread spread) {
        var fragment = fragments.get(spread.getName());
        if (fragment == null) {
            return Size.NONE;
        }
        var known = sizes.putIfAbsent(spread.getName(), Size.NONE);
        if (known != null) {
            return known;
        }
        var size =
                of(fragment.getSelectionSet(), type(fragment.getTypeCondition().getName()));
        sizes.put(spread.getName(), size);
        return size;
    }

    private Size of(Field field, Optional<? extends GraphQLFieldsContainer> parent) {
        var definition = parent.map(type -> type.getFieldDefinition(field.getName()));
        if (definition.isEmpty()) {
            return Size.NONE;
        }
        var below = of(field.getSelectionSet(), type(typeName(definition.get())));
        return new Size(below.depth() + 1, cost(field, definition.get(), below.cost()));
    }

    private int cost(Field field, GraphQLFieldDefinition definition, int below) {
        if (definition.getArgument(FieldArguments.FIRST) != null) {
            return (int) Math.min(MAX_COST, LIST + (long) first(field) * Math.max(1, below));
        }
        if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLScalarType scalar
                && !ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName())) {
            return JSON;
        }
        // The levels edges and pageInfo are no objects of their own.
        boolean isObject = field.getSelectionSet() != null
                && !typeName(definition).endsWith("Edge")
                && !typeName(definition).equals("PageInfo");
        return (int) Math.min(MAX_COST, below + (isObject ? 1 : 0));
    }

    /** An argument that is no number counts as the maximum. Validation or the read refuses it later. */
    private int first(Field field) {
        return field.getArguments().stream()
                .filter(argument -> argument.getName().equals(FieldArguments.FIRST))
                .findFirst()
                .map(argument -> switch (argument.getValue()) {
                    case IntValue number -> bounded(number.getValue().doubleValue());
                    case VariableReference variable ->
                        variables.get(variable.getName()) instanceof Number number
                                ? bounded(number.doubleValue())
                                : FieldArguments.MAX_SIZE;
                    default -> FieldArguments.MAX_SIZE;
                })
                .orElse(FieldArguments.USUAL_SIZE);
    }

    private static int bounded(double first) {
        return (int) Math.max(1, Math.min(FieldArguments.MAX_SIZE, first));
    }

    private static String typeName(GraphQLFieldDefinition definition) {
        return ((GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(definition.getType())).getName();
    }

    private Optional<GraphQLFieldsContainer> type(String name) {
        return Optional.ofNullable(schema.getType(name))
                .filter(GraphQLFieldsContainer.class::isInstance)
                .map(GraphQLFieldsContainer.class::cast);
    }
}
