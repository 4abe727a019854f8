package org.depositary.gateway.graph.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.depositary.gateway.graph.reads.JsonFieldFetcher;
import org.depositary.gateway.read.fields.ItemField;
import org.depositary.gateway.read.fields.ItemField.Shape;
import org.depositary.gateway.read.fields.ItemFields;
import org.depositary.gateway.read.fields.RecordJavadoc;

/**
 * Makes GraphQL types from the Java types of the JSON, so that a field has the same name and the same value in both. A
 * field that names another object by its code is replaced by that object.
 */
final class JsonTypes {

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, BigDecimal.class);
    private static final Pattern AFFIXES = Pattern.compile("^Stated|(Item|Statement|Detail|Reads)$");
    private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<String, GraphQLObjectType> types = new HashMap<>();
    private final Map<String, List<GraphQLFieldDefinition>> replacements;

    /** @param replacements for the name of a type: fields that it has instead of fields of the JSON, or in addition */
    JsonTypes(Map<String, List<GraphQLFieldDefinition>> replacements) {
        this.replacements = replacements;
    }

    /** All types that were made. */
    Set<GraphQLType> all() {
        return new HashSet<>(types.values());
    }

    /**
     * Makes the type of an item of a list.
     *
     * @param without fields of the JSON that the type does not have
     */
    void add(String name, Class<?> item, Set<String> without) {
        add(name, item, without, JsonFieldFetcher::new);
    }

    /** @param fetchers the fetcher of a field, by its name in the JSON */
    void add(String name, Class<?> item, Set<String> without, Function<String, DataFetcher<?>> fetchers) {
        object(name, item, ItemFields.of(item).fields(), without, fetchers);
    }

    private GraphQLOutputType object(
            String name,
            Class<?> item,
            Collection<ItemField> fields,
            Set<String> without,
            Function<String, DataFetcher<?>> fetchers) {
        var known = classes.putIfAbsent(name, item);
        if (known != null && known != item) {
            throw new IllegalStateException("%s and %s have the same name".formatted(known, item));
        }
        if (known == null) {
            var own = replacements.getOrDefault(name, List.of());
            var replaced = new HashSet<>(without);
            own.forEach(field -> replaced.add(field.getName()));
            var type = GraphQLObjectType.newObject()
                    .name(name)
                    .description(RecordJavadoc.ofType(item.getName()).orElse(null));
            fields.stream()
                    .filter(field -> field.shape() != Shape.FURTHER_FIELDS)
                    .filter(field -> !replaced.contains(graphQlName(field.name())))
                    .forEach(field -> type.field(field(field, item, fetchers.apply(field.name()))));
            types.put(name, type.fields(own).build());
        }
        return GraphQLTypeReference.typeRef(name);
    }

    /** A nested record can come from stored JSON, which may lack a field. So only fields of other records are required. */
    private GraphQLFieldDefinition field(ItemField field, Class<?> item, DataFetcher<?> fetcher) {
        var element = element(field);
        var type = field.isArray() && field.shape() != Shape.OPEN
                ? GraphQLList.list(GraphQLNonNull.nonNull(element))
                : element;
        boolean isRequired = field.isRequired() && item.getEnclosingClass() == null;
        return newFieldDefinition()
                .name(graphQlName(field.name()))
                .description(
                        RecordJavadoc.ofField(item, graphQlName(field.name())).orElse(null))
                .type(isRequired ? GraphQLNonNull.nonNull(type) : type)
                .dataFetcher(fetcher)
                .build();
    }

    private GraphQLOutputType element(ItemField field) {
        return switch (field.shape()) {
            case OBJECT, OBJECTS ->
                object(name(field.type()), field.type(), field.fields(), Set.of(), JsonFieldFetcher::new);
            case OPEN, FURTHER_FIELDS -> JsonScalar.TYPE;
            case VALUE -> scalar(field.type());
        };
    }

    private static GraphQLOutputType scalar(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Scalars.GraphQLBoolean;
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return Scalars.GraphQLInt;
        }
        return NUMBERS.contains(type) ? Scalars.GraphQLFloat : Scalars.GraphQLString;
    }

    /** {@code ExercisePhase} for {@code ExerciseStatement.StatedPhase}. */
    private static String name(Class<?> type) {
        var simple = AFFIXES.matcher(type.getSimpleName()).replaceAll("");
        var enclosing = type.getEnclosingClass();
        return enclosing == null
                ? simple
                : AFFIXES.matcher(enclosing.getSimpleName()).replaceAll("") + simple;
    }

    /** GraphQL allows no hyphens: {@code membersOf} for {@code members-of}. */
    private static String graphQlName(String json) {
        return HYPHEN.matcher(json).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }
}
