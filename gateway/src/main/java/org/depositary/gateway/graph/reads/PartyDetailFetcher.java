package org.depositary.gateway.graph.reads;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.read.parties.PartyReads;

/**
 * Reads a field of a party that its name alone does not answer. All these fields of all parties are read together.
 *
 * @param name the name of the field in the JSON
 */
public record PartyDetailFetcher(ItemJson json, String name) implements DataFetcher<Object> {

    @Override
    public Object get(DataFetchingEnvironment field) throws SQLException {
        JsonNode party = field.getSource();
        var reads = FieldReads.of(field);
        var code = party.path("code").asText();
        return reads.together("details of parties " + reads.point(), code, codes -> read(reads, codes))
                .thenApply(found -> JsonFieldFetcher.value(((JsonNode) found.orElseThrow()).path(name)));
    }

    private Map<String, JsonNode> read(FieldReads reads, List<String> codes) throws SQLException {
        var found = reads.request().read(reads.point().asOf(), snapshot -> new PartyReads(snapshot).details(codes));
        var trees = new HashMap<String, JsonNode>();
        found.forEach((code, detail) -> trees.put(code, json.tree(detail)));
        return trees;
    }
}
