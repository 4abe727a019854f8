package org.depositary.gateway.graph.reads;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;

/** Reads what belongs to the text of a document, if the caller may see a text with its rights. Otherwise throws. */
public record RestrictedTextFetcher(DataFetcher<?> texts) implements DataFetcher<Object> {

    @Override
    public Object get(DataFetchingEnvironment field) throws Exception {
        JsonNode document = field.getSource();
        FieldReads.of(field).request().texts().require(document.path("rights").asText());
        return texts.get(field);
    }
}
