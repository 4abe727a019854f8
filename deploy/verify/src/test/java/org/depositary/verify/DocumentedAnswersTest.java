package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.depositary.testing.OpenApiBodyCheck;
import org.depositary.verify.OpenApiOperations.Operation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Compares real answers about the starting register with the schemas of the OpenAPI document. An answer must have all
 * required fields, and no field that the schema does not name.
 */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class DocumentedAnswersTest {

    /** The values that parameters of the path have in the starting register. Facts are found by their links. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "organization", List.of("sco", "csto", "shanghai-five"),
            "code", List.of("KZ", "RU", "csto", "SUHH"),
            "instrument", List.of("sco-charter", "astana-declaration", "treaty-of-shanghai"),
            "slug", List.of("misquoted"));

    /** Reads of what neither the starting register nor this test has. */
    private static final String ABSENT = "/api/(imports/\\{id}.*|parked/\\{id}|exercise-merges/.*)";

    private final OriginClient admin;
    private final OpenApiOperations operations;
    private final OpenApiBodyCheck check;
    private final Map<String, String> facts = new HashMap<>();

    DocumentedAnswersTest(TestInstallation installation) {
        this.admin = installation.client().with(installation.token("admin"));
        this.operations = OpenApiOperations.of(admin);
        this.check = new OpenApiBodyCheck(operations.document());
    }

    @TestFactory
    List<DynamicTest> every_answer_matches_its_schema() {
        uploadDocument();
        collectFacts();
        var tests = operations.all().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.schema().isPresent())
                .filter(operation -> !operation.path().matches(ABSENT))
                .flatMap(operation -> addresses(operation).stream()
                        .map(address -> dynamicTest(operation.id() + " " + address, () -> matches(operation, address))))
                .toList();
        assertThat(tests).hasSizeGreaterThan(80);
        return tests;
    }

    private void matches(Operation operation, String address) {
        var answer = admin.get(address);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(check.errors(operation.schema().orElseThrow(), answer.body()))
                .isEmpty();
    }

    private List<String> addresses(Operation operation) {
        var path = operation.path();
        for (var name : NAMES.entrySet()) {
            if (path.contains("{" + name.getKey() + "}")) {
                return name.getValue().stream()
                        .map(value -> path.replace("{" + name.getKey() + "}", value))
                        .toList();
            }
        }
        if (!path.contains("{")) {
            return List.of(path + requiredQuery(operation));
        }
        var fact = facts.get(path);
        return fact == null ? List.of() : List.of(fact);
    }

    private static String requiredQuery(Operation operation) {
        var query = new StringBuilder();
        for (var parameter : operation.description().path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                var first = parameter.path("schema").path("enum").path(0).asText();
                var value = URLEncoder.encode(parameter.path("example").asText(first), StandardCharsets.UTF_8);
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.path("name").asText())
                        .append('=')
                        .append(value);
            }
        }
        return query.toString();
    }

    /** A document with passages; the starting register has none. */
    private void uploadDocument() {
        var bytes = BodyPublishers.ofString("Declaration\n\nThe member states met in Astana. " + UUID.randomUUID());
        var document = admin.send("POST", "/api/documents", bytes, "Content-Type", "text/plain")
                .expect(202)
                .body()
                .path("location")
                .asText();
        await().until(() -> admin.get(document).body().path("status").asText().equals("ok"));
        facts.put("/api/documents/{id}", document);
        facts.put("/api/documents/{id}/citations", document + "/citations");
        facts.put("/api/documents/{id}/passages", document + "/passages");
        // The text arrives on a topic of its own.
        var anchor = await().until(() -> admin.get(document + "/passages").items(), items -> !items.isEmpty())
                .getFirst()
                .path("anchor")
                .asText();
        facts.put("/api/documents/{id}/passages/{anchor}", document + "/passages/" + anchor);
    }

    /** Finds a fact of each kind, and a claim of each kind that has one, by the links in pages of changes and lists. */
    private void collectFacts() {
        var links = new TreeSet<String>();
        var lists = operations.all().stream()
                .filter(operation ->
                        operation.method().equals("GET") && operation.id().startsWith("list"))
                .filter(operation -> operation.schema().isPresent())
                .filter(operation -> !operation.path().matches(ABSENT))
                .flatMap(operation -> addresses(operation).stream())
                .toList();
        lists.forEach(list -> collect(admin.get(list + "?limit=1000").body(), links));
        links.forEach(link -> facts.putIfAbsent(
                link.replaceFirst("^(/api/[a-z-]+)/[^/]+", "$1/{id}").replaceFirst("/claims/\\d+$", "/claims/{claim}"),
                link));
    }

    private static void collect(JsonNode json, TreeSet<String> links) {
        if (json.isTextual() && json.asText().matches("/api/[a-z-]+/[0-9a-z-]+(/claims/\\d+)?")) {
            links.add(json.asText());
        }
        json.forEach(child -> collect(child, links));
    }
}
