package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
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

    /** The detail of a 404 if no resource has the path. A resource says what is unknown. */
    private static final String NO_RESOURCE = "Nothing exists at this address";

    private final OriginClient nobody;
    private final OriginClient admin;

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
                .filter(operation -> operation.role().isPresent())
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
                .filter(operation -> !operation.path().endsWith("/report"))
                .flatMap(operation -> operation
                        .queryParameters()
                        .filter(DocumentedRoutesTest::hasFewValues)
                        .map(parameter ->
                                refuses(operation, parameter.path("name").asText())))
                .toList();
        assertThat(tests).hasSizeGreaterThan(20);
        return tests;
    }

    private Stream<DescribedOperation> operations() {
        return DescribedOperation.all(nobody).filter(operation -> !operation.isStream());
    }

    /** Whether the parameter accepts only some values, such as numbers or dates, so a random word is invalid. */
    private static boolean hasFewValues(JsonNode parameter) {
        var schema = parameter.path("schema");
        return schema.has("enum")
                || List.of("integer", "number", "boolean")
                        .contains(schema.path("type").asText())
                || schema.path("format").asText().equals("date");
    }

    private DynamicTest reaches(DescribedOperation operation) {
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

    private DynamicTest refuses(DescribedOperation operation, String parameter) {
        var query = "?" + parameter + "=no-such-value";
        return test(operation, query, () -> {
            var answer = admin.get(operation.path() + query);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            // Some reads need another parameter, and may report that first.
            var detail = answer.body().path("detail").asText();
            assertThat(names(operation, detail)).as(detail).isTrue();
        });
    }

    private static boolean names(DescribedOperation operation, String detail) {
        return operation
                .queryParameters()
                .anyMatch(parameter -> detail.contains(parameter.path("name").asText()));
    }

    private static DynamicTest test(DescribedOperation operation, String query, Executable test) {
        return dynamicTest(operation.method() + " " + operation.path() + query, test);
    }

    private static GatewayAnswer answer(OriginClient client, DescribedOperation operation) {
        return operation.sendInvalid(client);
    }
}
