package org.depositary.gateway.graph.reads;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Returns a field of the parent: of its JSON, or of a map that a fetcher has made. A supplier makes its value only now.
 *
 * @param name the name of the field in the JSON
 */
public record JsonFieldFetcher(String name) implements DataFetcher<Object> {

    @Override
    public Object get(DataFetchingEnvironment field) {
        return switch ((Object) field.getSource()) {
            case JsonNode json -> value(json.path(name));
            case Map<?, ?> map when map.get(name) instanceof Supplier<?> supplier -> supplier.get();
            case Map<?, ?> map -> map.get(name);
            case null, default -> null;
        };
    }

    /** Converts JSON to what scalars and lists accept. An object stays JSON, for the fields below it. */
    static Object value(JsonNode json) {
        return switch (json.getNodeType()) {
            case MISSING, NULL -> null;
            case STRING -> json.textValue();
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> json.isIntegralNumber() ? json.bigIntegerValue() : json.decimalValue();
            case ARRAY ->
                StreamSupport.stream(json.spliterator(), false)
                        .map(JsonFieldFetcher::value)
                        .toList();
            default -> json;
        };
    }
}
