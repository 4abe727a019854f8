package org.depositary.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.depositary.testing.OpenApiBodyCheck;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that no operation, whoever adds it, lacks what generators and readers need. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class PublishedOpenApiTest {

    private static final Path EXAMPLES = Path.of("../contracts/examples");
    private static final Set<String> SUCCESSES = Set.of("200", "201", "202");
    private static final String JSON = "application/json";
    private static final String LINKED_DATA = "application/ld+json";

    private JsonNode document;
    private List<DocumentedOperation> operations;

    @BeforeEach
    void read() throws IOException {
        document =
                new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
        operations = DocumentedOperation.all(document);
        assertThat(operations).hasSizeGreaterThan(200);
    }

    @Test
    void every_operation_has_an_id_of_its_own_a_summary_a_description_a_tag_and_its_security() {
        assertThat(operations)
                .extracting(operation -> text(operation, "operationId"))
                .doesNotHaveDuplicates();
        assertThat(operations).allSatisfy(operation -> {
            assertThat(text(operation, "operationId")).isNotEmpty();
            assertThat(text(operation, "summary")).isNotEmpty();
            assertThat(text(operation, "description")).isNotEmpty();
            assertThat(operation.json().path("tags")).hasSize(1);
            assertThat(operation.json().path("security")).isNotEmpty();
        });
        assertThat(document.path("tags"))
                .isNotEmpty()
                .allSatisfy(tag -> assertThat(tag.path("description").asText()).isNotEmpty());
    }

    @Test
    void every_parameter_is_described() {
        var parameters = new ArrayList<JsonNode>();
        operations.forEach(operation -> operation.json().path("parameters").forEach(parameters::add));
        assertThat(parameters).isNotEmpty().allSatisfy(parameter -> assertThat(
                        parameter.path("description").asText())
                .as(parameter.toString())
                .isNotEmpty());
    }

    @Test
    void the_document_says_whose_it_is_and_where_it_applies() {
        assertThat(document.at("/info/license/url").asText()).startsWith("https://");
        assertThat(document.at("/info/contact").isEmpty()).isFalse();
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
    }

    @Test
    void every_json_body_has_an_example() {
        var missing = new ArrayList<String>();
        forEachJsonBody((name, body) -> {
            if (!body.has("example")) {
                missing.add(name);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everything_that_has_linked_data_has_an_example_and_the_parameter_format() {
        var linked = operations.stream()
                .filter(operation -> operation.isAnswered(LINKED_DATA))
                .toList();
        assertThat(linked).hasSizeGreaterThan(15).allSatisfy(operation -> {
            assertThat(operation.takes("format")).isTrue();
            assertThat(operation
                            .json()
                            .at("/responses/200/content")
                            .path(LINKED_DATA)
                            .path("example")
                            .has("@context"))
                    .as(operation.path())
                    .isTrue();
        });
    }

    @Test
    void every_example_is_valid_and_has_no_other_fields_than_its_schema() {
        var check = new OpenApiBodyCheck(document);
        var errors = new ArrayList<String>();
        forEachJsonBody((name, body) -> check.errors(body.path("schema"), body.path("example"))
                .forEach(error -> errors.add(name + ": " + error)));
        assertThat(errors).isEmpty();
    }

    @Test
    void every_example_file_is_used() throws IOException {
        var used = new HashSet<JsonNode>();
        forEachJsonBody((name, body) -> used.add(body.path("example")));
        try (var files = Files.walk(EXAMPLES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(used).contains(new ObjectMapper().readTree(file.toFile())));
        }
    }

    @Test
    void a_field_that_can_be_absent_is_optional_and_one_that_can_be_null_says_so() {
        var member = document.at("/components/schemas/Member");
        assertThat(member.path("required"))
                .extracting(JsonNode::asText)
                .contains("party", "until", "sources")
                .doesNotContain("founding", "coveredUntil");
        assertThat(member.at("/properties/candidacy/type"))
                .extracting(JsonNode::asText)
                .contains("null");
        assertThat(member.at("/properties/candidacyCertainty/type").asText()).isEqualTo("string");
    }

    private void forEachJsonBody(BiConsumer<String, JsonNode> action) {
        for (var operation : operations) {
            var name = operation.method() + " " + operation.path();
            var request = operation.json().path("requestBody").path("content").path(JSON);
            if (request.isObject()) {
                action.accept(name, request);
            }
            operation.json().path("responses").properties().stream()
                    .filter(response -> SUCCESSES.contains(response.getKey()))
                    .map(response -> response.getValue().path("content").path(JSON))
                    .filter(JsonNode::isObject)
                    .forEach(body -> action.accept(name + " response", body));
        }
    }

    private static String text(DocumentedOperation operation, String field) {
        return operation.json().path(field).asText();
    }
}
