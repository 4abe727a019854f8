package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests who may read what by GraphQL: restricted texts, pages of other origins, and bad tokens. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class GraphQlAccessTest {

    private static final String PASSAGES = """
            query($id: String!, $q: String) {
              document(id: $id) { title passageCount passages { edges { node { anchor text } } } }
              documents(q: $q, first: 1) { edges { node { id hits { text } passages(first: 1) { edges { node { text } } } } } }
            }
            """;

    @Inject
    Register register;

    private static ValidatableResponse ask(RequestSpecification reader, PublishedDocument document, String word) {
        return reader.contentType("application/json")
                .body(Map.of("query", PASSAGES, "variables", Map.of("id", document.id(), "q", word)))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void passages_of_a_restricted_document_need_the_role() {
        var secret = "Secret" + Register.slug("").substring(1);
        var document =
                PublishedDocument.of(register, "restricted", "\"title\": \"A document\"", "en", secret + " words.");
        ask(register.after(), document, secret)
                .body("data.document.title", equalTo("A document"))
                .body("data.document.passageCount", equalTo(1))
                .body("data.document.passages", nullValue())
                .body("data.documents.edges.size()", equalTo(0))
                .body("errors[0].path", contains("document", "passages"))
                .body("errors[0].extensions.type", equalTo("/problems/unauthenticated"));
        ask(document.as("reader"), document, secret)
                .body("data.document.passages", nullValue())
                .body("errors[0].extensions.type", equalTo("/problems/forbidden"));
        ask(document.as("contributor"), document, secret)
                .body("$", not(hasKey("errors")))
                .body("data.document.passages.edges.node.anchor", contains("p-1"))
                .body("data.documents.edges[0].node.passages.edges[0].node.text", containsString(secret));
    }

    @Test
    void passages_of_a_public_document_are_read_by_anybody() {
        var word = "Open" + Register.slug("").substring(1);
        var document =
                PublishedDocument.of(register, "public", "\"title\": \"A document\"", "en", word + " words.", "More.");
        ask(register.after(), document, word)
                .body("$", not(hasKey("errors")))
                .body("data.document.passages.edges.node.anchor", contains("p-1", "p-2"))
                .body("data.documents.edges[0].node.id", equalTo(document.id()));
    }

    @Test
    void passages_of_a_document_without_a_text_are_refused_as_in_rest() {
        var document =
                new PublishedDocument(register, UUID.randomUUID().toString().replace("-", ""));
        document.receive("public", "\"title\": \"No text\"");
        var rest = register.after()
                .get("/api/documents/%s/passages".formatted(document.id()))
                .then()
                .statusCode(404)
                .extract();
        ask(register.after(), document, "nothing")
                .body("data.document.title", equalTo("No text"))
                .body("data.document.passages", nullValue())
                .body("errors[0].message", equalTo(rest.<String>path("detail")))
                .body("errors[0].extensions.type", equalTo(rest.<String>path("type")));
    }

    @Test
    void pages_of_other_origins_may_query() {
        RestAssured.given()
                .header("Origin", "https://portal.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/graphql")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Origin", "*");
        RestAssured.given()
                .header("Origin", "https://portal.example")
                .contentType("application/json")
                .body("{\"query\": \"{ cursor }\"}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("RateLimit", notNullValue())
                .body("data.cursor", notNullValue());
        RestAssured.given()
                .header("Origin", "https://portal.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/organizations")
                .then()
                .header("Access-Control-Allow-Methods", not(containsString("POST")));
    }

    @Test
    void a_bad_token_is_refused() {
        RestAssured.given()
                .header("Authorization", "Bearer nonsense")
                .contentType("application/json")
                .body("{\"query\": \"{ cursor }\"}")
                .post("/graphql")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }
}
