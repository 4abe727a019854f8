package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/**
 * Sends requests to each route of the OpenAPI document. A resource can hide the routes of another one, here or in a
 * service, if the path of its class is the start of the other path. Such a route is then answered with 404 or 405. Each
 * route also refuses invalid commands, commands without a token, and parameters of a wrong type.
 */
@ExtendWith(SharedInstallation.class)
class DocumentedRoutesTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** The detail of a 404 if no resource has the path. A resource says what is unknown. */
    private static final String NO_RESOURCE = "Nothing exists at this address";

    private final OriginClient nobody;
    private final OriginClient admin;

    /** An operation of the document, with a path that has the right type and names nothing that exists. */
    private record Operation(String method, String path, JsonNode description) {

        /** An empty requirement makes the token optional. */
        boolean needsToken() {
            return StreamSupport.stream(description.path("security").spliterator(), false)
                    .noneMatch(JsonNode::isEmpty);
        }

        Stream<JsonNode> queryParameters() {
            return StreamSupport.stream(description.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asText().equals("query"));
        }
    }

    DocumentedRoutesTest(TestInstallation installation) {
        this.nobody = installation.client();
        this.admin = nobody.with(installation.token("admin"));
    }

    @TestFactory
    List<DynamicTest> every_documented_route_reaches_its_operation() {
        var tests = operations().map(this::reaches).toList();
        assertThat(tests).hasSizeGreaterThan(100);
        return tests;
    }

    @TestFactory
    List<DynamicTest> every_command_needs_a_token() {
        var tests = operations()
                .filter(Operation::needsToken)
                .map(operation -> test(operation, "", () -> assertThat(
                                answer(nobody, operation).status())
                        .isEqualTo(401)))
                .toList();
        assertThat(tests).hasSizeGreaterThan(50);
        return tests;
    }

    /** Other parameters are texts. Tests of their reads send invalid ones. */
    @TestFactory
    List<DynamicTest> every_read_refuses_parameters_of_a_wrong_type() {
        var tests = operations()
                .filter(operation -> operation.method().equals("GET"))
                // A service that owns a thing reports first that it does not exist.
                .filter(operation -> !operation.path().startsWith("/api/imports/"))
                .flatMap(operation -> operation
                        .queryParameters()
                        .filter(DocumentedRoutesTest::hasFewValues)
                        .map(parameter ->
                                refuses(operation, parameter.path("name").asText())))
                .toList();
        assertThat(tests).hasSizeGreaterThan(20);
        return tests;
    }

    private Stream<Operation> operations() {
        var document =
                admin.get("/openapi", "Accept", "application/json").expect(200).body();
        return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .filter(operation -> !isStream(operation.getValue()))
                .map(operation -> new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        concrete(path.getKey(), operation.getValue().path("parameters")),
                        operation.getValue())));
    }

    /** Whether the parameter accepts only some values, such as numbers or dates, so a random word is invalid. */
    private static boolean hasFewValues(JsonNode parameter) {
        var schema = parameter.path("schema");
        return schema.has("enum")
                || List.of("integer", "number", "boolean")
                        .contains(schema.path("type").asText())
                || schema.path("format").asText().equals("date");
    }

    /** A stream does not end. Tests of streams use it. */
    private static boolean isStream(JsonNode operation) {
        var content = operation.at("/responses/200/content");
        return content.size() == 1 && content.has("text/event-stream");
    }

    /** Fills the template with values that have the right type and name nothing that exists. */
    private static String concrete(String template, JsonNode parameters) {
        var path = template;
        for (var parameter : parameters) {
            var schema = parameter.path("schema");
            var value = schema.has("enum")
                    ? schema.path("enum").path(0).asText()
                    : schema.path("type").asText().equals("integer")
                            ? "1"
                            : UUID.randomUUID().toString();
            path = path.replace("{" + parameter.path("name").asText() + "}", value);
        }
        return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private DynamicTest reaches(Operation operation) {
        return test(operation, "", () -> {
            var answer = answer(admin, operation);
            assertThat(answer.status()).as(answer.text()).isNotIn(405, 415, 500, 501);
            if (operation.description().has("requestBody")) {
                assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
            }
            if (answer.status() == 404) {
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
                assertThat(answer.body().path("detail").asText()).isNotEmpty().isNotEqualTo(NO_RESOURCE);
            }
        });
    }

    private DynamicTest refuses(Operation operation, String parameter) {
        var query = "?" + parameter + "=no-such-value";
        return test(operation, query, () -> {
            var answer = admin.get(operation.path() + query);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            // Some reads need another parameter, and may report that first.
            var detail = answer.body().path("detail").asText();
            assertThat(names(operation, detail)).as(detail).isTrue();
        });
    }

    private static boolean names(Operation operation, String detail) {
        return operation
                .queryParameters()
                .anyMatch(parameter -> detail.contains(parameter.path("name").asText()));
    }

    private static DynamicTest test(Operation operation, String query, Executable test) {
        return dynamicTest(operation.method() + " " + operation.path() + query, test);
    }

    private static GatewayAnswer answer(OriginClient client, Operation operation) {
        return operation.method().equals("GET")
                ? client.get(operation.path())
                : invalid(client, operation.method(), operation.path());
    }

    /** Sends a command that is refused: it has an unknown field, an unreadable file, or no bytes of a document. */
    private static GatewayAnswer invalid(OriginClient client, String method, String path) {
        boolean isFile = path.matches("/api/imports/[a-z]+");
        var body = path.equals("/api/documents") ? "" : "{\"no-such-field\":1}";
        return client.send(
                method, path, BodyPublishers.ofString(body), "Content-Type", isFile ? "text/csv" : "application/json");
    }
}
