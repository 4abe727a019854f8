package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a document over a limit is refused before it runs. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class GraphQlLimitsTest {

    private static final String THOUSANDS =
            "{ organizations(first: 1000) { edges { node { members(first: 1000) { edges { node { status } } } } } } }";

    private static ValidatableResponse query(String document, Map<String, Object> variables) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then();
    }

    private static void assertRefused(String measure, String document, Map<String, Object> variables) {
        query(document, variables)
                .body("$", not(hasKey("data")))
                .body("errors[0].message", containsString("The limit is"))
                .body("errors[0].extensions.type", equalTo("/problems/query-too-costly"))
                .body("errors[0].extensions.measure", equalTo(measure))
                .body("errors[0].extensions.limit", greaterThan(0));
    }

    private static String repeated(int times, String part) {
        return IntStream.range(0, times).mapToObj(part::formatted).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                THOUSANDS,
                "query($n: Int = 1000) { organizations(first: $n) { edges { node { members(first: $n) { edges { node { status } } } } } } }",
                "{ a: organizations(first: 1000) { ...x } } fragment x on OrganizationConnection { edges { node { timeline { edges { node { status } } } } } }",
                "{ ... on Query { organizations(first: 1000) { edges { node { ... { members(first: 99) { edges { node { status } } } } } } } } }"
            })
    void lists_within_lists_that_ask_for_too_much_are_refused(String document) {
        assertRefused("cost", document, Map.of());
    }

    @Test
    void the_cost_counts_the_values_of_variables() {
        var document =
                "query($n: Int) { organizations(first: $n) { edges { node { members(first: $n) { edges { node { status } } } } } } }";
        assertRefused("cost", document, Map.of("n", 1000));
        query(document, Map.of("n", 10)).body("$", not(hasKey("errors")));
        assertRefused("cost", document, Map.of("n", 1000));
    }

    @Test
    void a_document_of_fragments_within_fragments_is_counted_at_once() {
        var fragments = IntStream.range(0, 60)
                .mapToObj(n -> "fragment f%d on Query { ...f%d ...f%d ...f%d }".formatted(n, n + 1, n + 1, n + 1))
                .collect(Collectors.joining(" "));
        var last =
                "fragment f60 on Query { organizations(first: 1000) { edges { node { members { edges { node { status } } } } } } }";
        assertRefused("cost", "{ ...f0 } " + fragments + last, Map.of());
    }

    @Test
    void fragments_within_themselves_are_refused() {
        query("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", Map.of())
                .body("$", not(hasKey("data")))
                .body("errors[0].message", containsString("ragment"));
    }

    @Test
    void a_deep_document_is_refused() {
        var open = repeated(
                5, "members(first: 1) { edges { node { party { memberships(first: 1) { edges { node { organization {");
        assertRefused("depth", "{ organization(id: \"sco\") { " + open + " id " + "}".repeat(5 * 8) + " } }", Map.of());
    }

    @Test
    void many_aliases_and_operations_are_refused() {
        assertRefused("aliases", "{ " + repeated(51, "a%d: cursor") + " }", Map.of());
        assertRefused("operations", repeated(11, "query q%d { cursor }"), Map.of());
    }

    @Test
    void a_long_document_cannot_be_parsed() {
        query("{ " + repeated(6000, "cursor") + " }", Map.of())
                .body("$", not(hasKey("data")))
                .body("errors[0].message", containsString("5,000"));
    }

    @Test
    void introspection_has_no_cost() {
        query(
                        "{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } }",
                        Map.of())
                .body("$", not(hasKey("errors")));
    }
}
