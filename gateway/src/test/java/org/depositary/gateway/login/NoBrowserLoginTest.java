package org.depositary.gateway.login;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests an installation without an OpenID provider, such as a local one: browsers cannot log in. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class NoBrowserLoginTest {

    @Test
    void login_says_that_it_does_not_exist() {
        given().get("/login")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("no browser login"));
    }

    @Test
    void nobody_is_logged_in() {
        given().get("/api/session")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("authenticated", equalTo(false))
                .body("login", nullValue());
    }

    @Test
    void the_caller_of_a_bearer_token_is_known_and_gets_no_csrf_token() {
        given().header("Authorization", "Bearer " + RealPostgresAndKafka.token("curator"))
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("subject", equalTo("local-curator"))
                .body("roles", contains("contributor", "curator", "reader"))
                .body("expires", notNullValue())
                .body("csrfToken", nullValue());
    }

    @Test
    void a_session_cookie_makes_nobody_known() {
        given().cookie("q_session_browser", "anything")
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("authenticated", equalTo(false));
    }

    @Test
    void a_logout_without_a_session_changes_nothing() {
        given().post("/logout").then().statusCode(200).body("location", nullValue());
    }
}
