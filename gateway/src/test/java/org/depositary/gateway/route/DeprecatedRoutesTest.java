package org.depositary.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class DeprecatedRoutesTest {

    @Test
    void a_deprecated_operation_says_since_when_until_when_and_where_to_read_more() {
        given().get("/deprecated-for-tests")
                .then()
                .statusCode(200)
                .header("Deprecation", equalTo("@1767225600"))
                .header("Sunset", equalTo("Thu, 01 Jul 2027 00:00:00 GMT"))
                .header("Link", equalTo("</docs#getDeprecated>; rel=\"deprecation\"; type=\"text/html\""));
    }

    @Test
    void other_operations_say_nothing() {
        given().get("/api/organizations")
                .then()
                .header("Deprecation", nullValue())
                .header("Sunset", nullValue());
        given().post("/deprecated-for-tests").then().header("Deprecation", nullValue());
    }
}
