package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sends one request to each route of the OpenAPI document. A resource can hide the routes of another one, here or in a
 * service, if the path of its class is the start of the other path. Such a route is then answered with 404 or 405.
 */
@ExtendWith(SharedInstallation.class)
class DocumentedRoutesTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    /** The detail of a 404 if no resource has the path. A resource says what is unknown. */
    private static final String NO_RESOURCE = "Nothing exists at this address";

    private final OriginClient admin;

    DocumentedRoutesTest(TestInstallation installation) {
        this.admin = installation.client().with(installation.token("admin"));
    }

    @TestFactory
    List<DynamicTest> every_documented_route_reaches_its_operation() {
        var tests = new ArrayList<DynamicTest>();
        var document =
                admin.get("/openapi", "Accept", "application/json").expect(200).body();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .filter(operation -> !isStream(operation.getValue()))
                .map(operation -> test(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        concrete(path.getKey(), operation.getValue().path("parameters"))))
                .forEach(tests::add));
        assertThat(tests).hasSizeGreaterThan(100);
        return tests;
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

    private DynamicTest test(String method, String path) {
        return dynamicTest(method + " " + path, () -> assertReached(method, path));
    }

    private void assertReached(String method, String path) {
        var answer = method.equals("GET") ? admin.get(path) : invalid(method, path);
        assertThat(answer.status()).as(answer.text()).isNotIn(405, 415, 500, 501);
        if (answer.status() == 404) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.body().path("detail").asText()).isNotEmpty().isNotEqualTo(NO_RESOURCE);
        }
    }

    /** Sends a command that is refused: it has an unknown field, an unreadable file, or no bytes of a document. */
    private GatewayAnswer invalid(String method, String path) {
        boolean isFile = path.matches("/api/imports/[a-z]+");
        var body = path.equals("/api/documents") ? "" : "{\"no-such-field\":1}";
        return admin.send(
                method, path, BodyPublishers.ofString(body), "Content-Type", isFile ? "text/csv" : "application/json");
    }
}
