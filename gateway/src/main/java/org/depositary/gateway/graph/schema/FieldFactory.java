package org.depositary.gateway.graph.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeReference;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.depositary.gateway.graph.reads.FieldArguments;
import org.depositary.gateway.graph.reads.ListFetcher;
import org.depositary.gateway.graph.reads.ObjectFetcher;
import org.depositary.gateway.graph.reads.OneFetcher;
import org.depositary.gateway.read.documents.TextAccess;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.read.lists.ListOfEach;
import org.depositary.gateway.read.lists.ListQuery;

/** Makes fields that read from the read kernel. */
record FieldFactory(ItemJson json) {

    /** The list of one parent, and of several parents. */
    record NestedList<F, T>(
            BiFunction<FieldArguments, String, F> filter,
            Function<TextAccess, ListQuery<F, T>> ofOne,
            Function<TextAccess, ListOfEach<F, T>> ofEach) {}

    /** A list of everything that the filter selects. */
    <F, T> GraphQLFieldDefinition list(
            String name,
            String node,
            String description,
            List<GraphQLArgument> arguments,
            BiFunction<FieldArguments, String, F> filter,
            Function<TextAccess, ListQuery<F, T>> query) {
        var fetcher = new ListFetcher<F, T>(json, Optional.empty(), filter, query, Optional.empty());
        return field(name, Connections.of(node), description, arguments, fetcher);
    }

    /** A list of what belongs to the parent, which has its id in a field of its JSON. */
    <F, T> GraphQLFieldDefinition nested(
            String name,
            String node,
            String description,
            String idField,
            List<GraphQLArgument> arguments,
            NestedList<F, T> list) {
        return field(name, Connections.of(node), description, arguments, fetcher(idField, list));
    }

    <F, T> DataFetcher<Object> fetcher(String idField, NestedList<F, T> list) {
        Function<JsonNode, String> id = parent -> parent.path(idField).asText();
        return new ListFetcher<>(json, Optional.of(id), list.filter(), list.ofOne(), Optional.of(list.ofEach()));
    }

    /** The object that a field of the parent's JSON names by its code. */
    GraphQLFieldDefinition object(String name, String type, String description, ObjectFetcher.Read read) {
        return field(
                name,
                GraphQLTypeReference.typeRef(type),
                description,
                Arguments.asOf(),
                new ObjectFetcher(json, name, read));
    }

    /** The object that an argument names. */
    GraphQLFieldDefinition one(String name, String type, String description, GraphQLArgument id, OneFetcher.Read read) {
        return field(
                name, GraphQLTypeReference.typeRef(type), description, Arguments.asOf(id), new OneFetcher(json, read));
    }

    static GraphQLFieldDefinition field(
            String name,
            GraphQLOutputType type,
            String description,
            List<GraphQLArgument> arguments,
            DataFetcher<?> fetcher) {
        return newFieldDefinition()
                .name(name)
                .type(type)
                .description(description)
                .arguments(arguments)
                .dataFetcher(fetcher)
                .build();
    }
}
