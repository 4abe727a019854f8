package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.depositary.testing.OpenApiBodyCheck;
import org.depositary.verify.OpenApiOperations.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends the request examples of the OpenAPI document to the running installation, each to something new. Then it corrects,
 * claims and retracts every recorded fact by the examples too.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenApiExamplesTest {

    /** For some operations on an exercise, the operations that must run before. */
    private static final Map<String, List<String>> BEFORE = Map.of(
            "scheduleExercise", List.of("announceExercise"),
            "startExercise", List.of("scheduleExercise"),
            "completeExercise", List.of("startExercise"));

    /** A correction of a step of the fact, its claims and its end, in the order in which they can follow. */
    private static final List<String> CHANGES = List.of(
            "/corrections",
            "/sources",
            "/verification",
            "/claims",
            "/claims/2/preference",
            "/claims/1/preference",
            "/claims/2/withdrawal",
            "/retraction");

    // Not the shared installation: other tests count its exercises.
    private final TestInstallation installation = TestInstallation.start("openapi-examples", "--empty");
    private final OriginClient admin = installation.client().with(installation.token("admin"));
    private final OpenApiOperations operations = OpenApiOperations.of(admin);
    private final OpenApiBodyCheck check = new OpenApiBodyCheck(operations.document());

    @AfterAll
    void stop() {
        installation.close();
    }

    @TestFactory
    List<DynamicTest> every_example_of_a_new_fact_is_recorded_and_can_be_changed_by_the_examples() {
        var tests = operations.all().stream()
                .filter(operation -> operation.id().matches("(record|register)[A-Z].*"))
                .map(operation -> dynamicTest(operation.id(), () -> recordAndChange(operation)))
                .toList();
        assertThat(tests).hasSizeGreaterThan(15);
        return tests;
    }

    @TestFactory
    Stream<DynamicTest> every_example_of_a_step_of_an_exercise_is_recorded() {
        return Stream.of("announceExercise", "scheduleExercise", "startExercise", "completeExercise", "cancelExercise")
                .map(id -> dynamicTest(id, () -> recordSteps(id)));
    }

    @TestFactory
    Stream<DynamicTest> every_example_of_a_merge_is_recorded() {
        return Stream.of(dynamicTest("mergeExercise and unmergeExercise", () -> {
            var one = newExercise("completed");
            var body = (ObjectNode) example("mergeExercise").deepCopy();
            body.put("into", newExercise("completed"));
            send(operations.byId("mergeExercise"), one, body);
            send(operations.byId("unmergeExercise"), one, example("unmergeExercise"));
        }));
    }

    @TestFactory
    Stream<DynamicTest> every_example_about_a_document_is_accepted() {
        return Stream.of(dynamicTest("documents", () -> {
            var upload = operations.byId("uploadDocument");
            var text =
                    upload.description().at("/requestBody/content/*~1*/example").asText();
            // The same bytes would be a document that another test may have taken down.
            var bytes = BodyPublishers.ofString(text + UUID.randomUUID());
            var answer = admin.send("POST", "/api/documents", bytes, "Content-Type", "text/plain")
                    .expect(202);
            assertMatches(upload, answer);
            var id = answer.body().path("id").asText();
            for (var command : List.of("correctDocumentMetadata", "takeDownDocument", "liftTakedown")) {
                send(operations.byId(command), id, example(command));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> every_example_of_an_import_is_accepted() {
        return Stream.of("importMemberships", "importExercises")
                .flatMap(id -> Stream.of("text/csv", "application/x-ndjson")
                        .map(type -> dynamicTest(id + " " + type, () -> importFile(operations.byId(id), type))));
    }

    /** The examples make almost all kinds of events. */
    @Test
    @Order(Integer.MAX_VALUE)
    void all_published_events_match_the_asyncapi_document(@TempDir Path directory) throws IOException {
        uploadText();
        var result = new PublishedMessages(installation).comparedWithAsyncApi(directory);
        assertThat(result.path("diagnostics")).isEmpty();
        assertThat(result.path("invalid")).isEmpty();
        assertThat(result.path("valid"))
                .extracting(JsonNode::asText)
                .contains(
                        "changeStream change",
                        "webhook change",
                        "documentsEvents document-extracted.v1",
                        "documentsText documents.text.v1")
                .hasSizeGreaterThan(100);
    }

    /** Uploads a document, and waits until its text was published. */
    private void uploadText() {
        var bytes = BodyPublishers.ofString("Declaration\n\nThe member states met in Astana. " + UUID.randomUUID());
        var document = admin.send("POST", "/api/documents", bytes, "Content-Type", "text/plain")
                .expect(202)
                .body()
                .path("location")
                .asText();
        await("the text is published")
                .until(() -> !admin.get(document + "/passages").items().isEmpty());
    }

    private void importFile(Operation operation, String mediaType) {
        var body = operation
                .description()
                .path("requestBody")
                .path("content")
                .path(mediaType)
                .path("example");
        var path = operation.path() + "?dry-run=true&set=example-" + UUID.randomUUID();
        var answer = admin.send("POST", path, BodyPublishers.ofString(body.asText()), "Content-Type", mediaType);
        assertMatches(operation, answer.expect(202));
        assertThat(answer.body().path("rows").asInt()).isPositive();
    }

    private void recordAndChange(Operation operation) {
        var recorded = send(operation, owner(operation), example(operation.id()));
        var fact = recorded.body().path("location").asText();
        for (var change : CHANGES) {
            var template = fact.replaceFirst("/[^/]+$", "/{id}") + change.replaceFirst("/\\d/", "/{claim}/");
            var command = operations.byPath("POST", template);
            var answer = admin.post(fact + change, command.example().orElseThrow());
            assertThat(answer.status()).as(fact + change + " " + answer.text()).isEqualTo(201);
            assertMatches(command, answer);
        }
    }

    /** The id of something new to which the fact can belong. */
    private String owner(Operation operation) {
        if (operation.method().equals("PUT")) {
            return unusedName();
        }
        return switch (operation.path().replaceFirst("^/api/", "").replaceFirst("/.*", "")) {
            case "organizations" -> newOrganization();
            case "instruments" -> newInstrument();
            case "exercises" -> newExercise("announced");
            case "parties" -> "RU";
            default -> throw new AssertionError("No example of an owner for " + operation.path());
        };
    }

    private void recordSteps(String id) {
        var exercise = newExercise("announced");
        var steps = new ArrayDeque<>(List.of(id));
        for (var before = BEFORE.get(id); before != null; before = BEFORE.get(before.getFirst())) {
            steps.addFirst(before.getFirst());
        }
        steps.forEach(step -> send(operations.byId(step), exercise, example(step)));
    }

    private GatewayAnswer send(Operation operation, String thing, JsonNode body) {
        var path = operation.path().replaceFirst("\\{[^}]+}", thing);
        var json = BodyPublishers.ofString(body.toString());
        var answer = admin.send(operation.method(), path, json, "Content-Type", "application/json");
        assertThat(answer.status()).as(path + " " + answer.text()).isIn(200, 201);
        assertMatches(operation, answer);
        return answer;
    }

    private void assertMatches(Operation operation, GatewayAnswer answer) {
        assertThat(check.errors(operation.schema().orElseThrow(), answer.body()))
                .as(operation.id())
                .isEmpty();
    }

    private JsonNode example(String operation) {
        return operations
                .byId(operation)
                .example()
                .orElseThrow(() -> new AssertionError(operation + " has no example"));
    }

    private String newOrganization() {
        var organization = unusedName();
        send(operations.byId("registerOrganization"), organization, example("registerOrganization"));
        return organization;
    }

    private String newInstrument() {
        var instrument = unusedName();
        send(operations.byId("registerInstrument"), instrument, example("registerInstrument"));
        return instrument;
    }

    private String newExercise(String status) {
        var body = (ObjectNode) example("recordExercise").deepCopy();
        body.put("status", status);
        return send(operations.byId("recordExercise"), "", body)
                .body()
                .path("id")
                .asText();
    }

    private static String unusedName() {
        return "example-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
