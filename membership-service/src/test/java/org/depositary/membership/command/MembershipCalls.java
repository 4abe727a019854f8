package org.depositary.membership.command;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import org.depositary.testing.RealPostgresAndKafka;

/** Calls as a curator makes them. */
final class MembershipCalls {

    static final String SOURCES = """
            "sources":[{"title":"A chronicle","author":"A. Chronicler","published":"2007","locator":"p. 12"}]""";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private MembershipCalls() {}

    static RequestSpecification as(String role) {
        return given().contentType("application/json").auth().oauth2(RealPostgresAndKafka.token(role));
    }

    static RequestSpecification curator() {
        return as("curator");
    }

    /** Registers an organisation with a name of its own and gives its id. */
    static String anOrganization() {
        var id = "org-" + System.nanoTime() + "-" + COUNT.incrementAndGet();
        curator()
                .body("{\"names\":{\"en\":\"Organisation %s\"},\"founded\":\"1990\",%s}".formatted(id, SOURCES))
                .put("/api/organizations/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    static String change(String party, String change, String effective) {
        return "{\"party\":\"%s\",\"change\":\"%s\",\"effective\":\"%s\",%s}"
                .formatted(party, change, effective, SOURCES);
    }

    static Response record(String organization, String body) {
        return curator().body(body).post("/api/organizations/" + organization + "/membership-changes");
    }
}
