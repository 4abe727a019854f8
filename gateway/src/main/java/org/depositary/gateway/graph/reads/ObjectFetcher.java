package org.depositary.gateway.graph.reads;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.fields.ItemJson;

/**
 * Reads the object that a field of the parent's JSON names by its code. The same objects of several parents are read
 * together. Null if the parent names none.
 *
 * @param code the field with the code
 */
public record ObjectFetcher(ItemJson json, String code, Read objects) implements DataFetcher<Object> {

    /** Reads objects by their codes. */
    @FunctionalInterface
    public interface Read {
        Map<String, ?> read(Snapshot snapshot, List<String> codes) throws SQLException;
    }

    @Override
    public Object get(DataFetchingEnvironment field) throws SQLException {
        JsonNode parent = field.getSource();
        var named = parent.path(code);
        if (!named.isTextual()) {
            return null;
        }
        var reads = FieldReads.of(field);
        return reads.together(reads.name(), named.asText(), codes -> read(reads, codes))
                .thenApply(found -> reads.result(found.orElse(null), reads.point()));
    }

    private Map<String, JsonNode> read(FieldReads reads, List<String> codes) throws SQLException {
        var found = reads.request().read(reads.point().asOf(), snapshot -> objects.read(snapshot, codes));
        var trees = new HashMap<String, JsonNode>();
        found.forEach((key, item) -> trees.put(key, json.tree(item)));
        return trees;
    }
}
