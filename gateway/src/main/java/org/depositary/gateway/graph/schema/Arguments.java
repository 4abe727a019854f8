package org.depositary.gateway.graph.schema;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.gateway.graph.reads.FieldArguments;

/** The arguments that many fields have. */
final class Arguments {

    private static final GraphQLInputType TEXTS = GraphQLList.list(GraphQLNonNull.nonNull(Scalars.GraphQLString));

    private static final List<GraphQLArgument> AS_OF = List.of(
            text(FieldArguments.ON, "The effective day, YYYY-MM-DD. Default: that of the parent, else today (UTC)"),
            text(
                    FieldArguments.KNOWN_AT,
                    "An instant (RFC 3339) or a cursor: the register as known then. Default: that of the parent, else now"),
            text(
                    FieldArguments.LANG,
                    "A language for names (BCP 47). Default: that of the parent, else Accept-Language"));

    private static final List<GraphQLArgument> PAGE = List.of(
            argument(FieldArguments.FIRST, Scalars.GraphQLInt, "The maximum number of items, from 1 to 1000")
                    .defaultValueProgrammatic(FieldArguments.USUAL_SIZE)
                    .build(),
            text(
                    FieldArguments.AFTER,
                    "The endCursor of the previous page. All pages show the state of the first page"));

    private Arguments() {}

    static GraphQLArgument text(String name, String description) {
        return argument(name, Scalars.GraphQLString, description).build();
    }

    static GraphQLArgument texts(String name, String description) {
        return argument(name, TEXTS, description).build();
    }

    static GraphQLArgument number(String name, String description) {
        return argument(name, Scalars.GraphQLInt, description).build();
    }

    static GraphQLArgument flag(String name, String description) {
        return argument(name, Scalars.GraphQLBoolean, description).build();
    }

    static GraphQLArgument id(String name, String description) {
        return argument(name, GraphQLNonNull.nonNull(Scalars.GraphQLString), description)
                .build();
    }

    static List<GraphQLArgument> asOf(GraphQLArgument... others) {
        return Stream.concat(Stream.of(others), AS_OF.stream()).toList();
    }

    static List<GraphQLArgument> page(GraphQLArgument... others) {
        return Stream.concat(Stream.of(others), PAGE.stream()).toList();
    }

    /** The arguments of a list as of a point in time. */
    static List<GraphQLArgument> list(GraphQLArgument... filters) {
        return Stream.of(Stream.of(filters), PAGE.stream(), AS_OF.stream())
                .flatMap(each -> each)
                .toList();
    }

    private static GraphQLArgument.Builder argument(String name, GraphQLInputType type, String description) {
        return GraphQLArgument.newArgument().name(name).type(type).description(description);
    }
}
