package org.depositary.gateway.graph.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
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
                .field(field("hasNextPage", nonNull(Scalars.GraphQLBoolean)))
                .field(field("endCursor", Scalars.GraphQLString))
                .build());
        for (var node : nodes) {
            types.add(GraphQLObjectType.newObject()
                    .name(node + "Edge")
                    .field(field("node", nonNull(typeRef(node))))
                    .field(field("cursor", nonNull(Scalars.GraphQLString)))
                    .build());
            types.add(GraphQLObjectType.newObject()
                    .name(node + "Connection")
                    .field(field("edges", nonNull(GraphQLList.list(nonNull(typeRef(node + "Edge"))))))
                    .field(field("pageInfo", nonNull(typeRef("PageInfo"))))
                    .build());
        }
        return types;
    }

    private static GraphQLFieldDefinition field(String name, GraphQLOutputType type) {
        return newFieldDefinition()
                .name(name)
                .type(type)
                .dataFetcher(new JsonFieldFetcher(name))
                .build();
    }
}
