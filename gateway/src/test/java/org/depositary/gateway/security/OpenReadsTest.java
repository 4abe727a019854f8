package org.depositary.gateway.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that reads need no token by default, but that a token must be valid if the client sends one. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class OpenReadsTest {

    @Test
    void anybody_reads() {
        given().get("/api/changes").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/changes", "/api/changes/stream"})
    void a_bad_token_is_refused_even_so(String path) {
        given().header("Authorization", "Bearer nonsense")
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
    }
}
