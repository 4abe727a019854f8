package org.depositary.gateway.graph.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** The scalar of JSON whose field names are data. It is never an argument. */
final class JsonScalar implements Coercing<Object, Object> {

    static final GraphQLScalarType TYPE = GraphQLScalarType.newScalar()
            .name("Json")
            .description("JSON whose field names are data, for example names by language")
            .coercing(new JsonScalar())
            .build();

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) throws CoercingSerializeException {
        return value;
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        throw new CoercingParseLiteralException("Json is never an argument");
    }
}
