package org.depositary.gateway.graph.schema;

import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.depositary.gateway.graph.reads.JsonFieldFetcher;

/** The types of pages of lists (GraphQL Cursor Connections Specification). */
final class Connections {

    private Connections() {}

    /** The type of a field that is a list of nodes of this type. Null only if the read was refused. */
    static GraphQLOutputType of(String node) {
        return typeRef(node + "Connection");
    }

    /** The types of connections and edges of these nodes. */
    static Set<GraphQLType> types(Collection<String> nodes) {
        var types = new HashSet<GraphQLType>();
        types.add(GraphQLObjectType.newObject()
                .name("PageInfo")
                .description("The place of a page in its list")
                .field(field("hasNextPage", nonNull(Scalars.GraphQLBoolean), "Whether another page follows"))
                .field(field("endCursor", Scalars.GraphQLString, "The value of `after` for the next page"))
                .build());
        for (var node : nodes) {
            types.add(GraphQLObjectType.newObject()
                    .name(node + "Edge")
                    .description("An item of a list, with its place")
                    .field(field("node", nonNull(typeRef(node)), "The item"))
                    .field(field("cursor", nonNull(Scalars.GraphQLString), "The value of `after` for what follows"))
                    .build());
            types.add(GraphQLObjectType.newObject()
                    .name(node + "Connection")
                    .description("A page of a list")
                    .field(field(
                            "edges",
                            nonNull(GraphQLList.list(nonNull(typeRef(node + "Edge")))),
                            "The items of the page"))
                    .field(field("pageInfo", nonNull(typeRef("PageInfo")), "What follows the page"))
                    .build());
        }
        return types;
    }

    private static GraphQLFieldDefinition field(String name, GraphQLOutputType type, String description) {
        return FieldFactory.field(name, type, description, List.of(), new JsonFieldFetcher(name));
    }
}
