package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An export in NDJSON as a client reads it. Its last line must have the number of rows.
 *
 * @param cursor the {@code since} of the next delta
 * @param rows by their keys
 */
record NdjsonExport(String cursor, Map<String, JsonNode> rows) {

    /** All exports but that of the changes. */
    static final List<String> KINDS_OF_FACTS = List.of(
            "organizations",
            "parties",
            "memberships",
            "state-years",
            "pairs",
            "exercises",
            "participations",
            "documents",
            "instruments");

    static NdjsonExport read(OriginClient reader, String address) {
        var answer = reader.get(address).expect(200);
        var lines = answer.text().lines().map(NdjsonExport::json).collect(Collectors.toList());
        var end = lines.removeLast();
        assertThat(end.path("rows").asInt(-1)).as(address).isEqualTo(lines.size());
        var rows = new LinkedHashMap<String, JsonNode>();
        for (var line : lines) {
            assertThat(rows.put(key(line, end.path("key")), line)).as(address).isNull();
        }
        return new NdjsonExport(answer.cursor(), rows);
    }

    /** Applies a delta to the rows of this export. */
    Map<String, JsonNode> with(NdjsonExport delta) {
        var applied = new LinkedHashMap<>(rows);
        delta.rows.forEach((key, row) -> {
            var difference = ((ObjectNode) row).remove("delta").asText();
            var before = difference.equals("gone") ? applied.remove(key) : applied.put(key, row);
            assertThat(before == null).as(key).isEqualTo(difference.equals("added"));
        });
        return applied;
    }

    private static String key(JsonNode row, JsonNode fields) {
        return StreamSupport.stream(fields.spliterator(), false)
                .map(field -> row.path(field.asText()).asText())
                .collect(Collectors.joining(" "));
    }

    private static JsonNode json(String line) {
        try {
            return GatewayAnswer.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not a complete line of JSON: " + line, e);
        }
    }
}
