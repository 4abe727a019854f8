package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The answers of a register as known at an instant, by address: all exports, some lists, and some texts of documents. Later
 * writes and another change log do not alter them.
 */
record RegisterAnswers(Map<String, Object> byAddress) {

    private static final List<String> LISTS = List.of(
            "/api/organizations/sco/members?on=2010-06-01",
            "/api/organizations/csto/timeline?with-predecessors=true",
            "/api/organizations/sco/organs?on=2006-07-01",
            "/api/instruments/treaty-of-shanghai/parties?on=2000-01-01",
            "/api/exercises/statistics?by=year",
            "/api/findings?limit=1000");

    private static final int TEXTS = 10;

    /** @param contributor because texts are restricted */
    static RegisterAnswers at(OriginClient contributor, Instant instant) {
        var answers = new TreeMap<String, Object>();
        Stream.concat(NdjsonExport.KINDS_OF_FACTS.stream(), Stream.of("changes"))
                .map(kind -> "/api/exports/%s.ndjson?known-at=%s".formatted(kind, instant))
                .forEach(address -> answers.put(address, rows(contributor, address)));
        for (var list : LISTS) {
            var address = "%s&known-at=%s".formatted(list, instant);
            answers.put(address, withoutToken(contributor.get(address).expect(200)));
        }
        for (var document : documents(contributor, instant)) {
            for (var part : List.of("/text", "/content")) {
                answers.put(
                        document + part,
                        contributor.get(document + part).expect(200).text());
            }
        }
        return new RegisterAnswers(answers);
    }

    /** The rows by their keys. Cursors belong to one change log, so they are left out. */
    private static Map<String, JsonNode> rows(OriginClient reader, String address) {
        var rows = new TreeMap<>(NdjsonExport.read(reader, address).rows());
        rows.values().forEach(row -> ((ObjectNode) row).remove("cursor"));
        assertThat(rows).as(address).isNotEmpty();
        return rows;
    }

    private static JsonNode withoutToken(GatewayAnswer list) {
        return ((ObjectNode) list.body()).without("next");
    }

    private static List<String> documents(OriginClient reader, Instant instant) {
        var documents = rows(reader, "/api/exports/documents.ndjson?known-at=" + instant).values().stream()
                .filter(document -> document.path("status").asText().equals("ok"))
                .map(document -> "/api/documents/" + document.path("id").asText())
                .limit(TEXTS)
                .toList();
        assertThat(documents).isNotEmpty();
        return documents;
    }
}
