package org.depositary.gateway.graph;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.IntStream;
import org.depositary.gateway.edge.Client;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that a client, and all clients together, have a limited number of GraphQL documents executed at once. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExecutionPlacesTest {

    private static final String THIS_TEST = "127.0.0.1";

    @Inject
    ExecutionPlaces places;

    @Inject
    GraphQlSettings settings;

    private static ValidatableResponse query() {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("query", "{ cursor }"))
                .post("/graphql")
                .then();
    }

    @Test
    void a_client_whose_documents_are_executed_waits_for_one_of_them() {
        var documents = IntStream.range(0, settings.maxExecutionsPerClient())
                .mapToObj(document -> places.take(new Client.Anonymous(THIS_TEST)))
                .toList();
        query().statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/rate-limited"))
                .body("detail", containsString("of your documents run now"));
        documents.getFirst().run();
        query().statusCode(200);
        query().statusCode(200);
        documents.subList(1, documents.size()).forEach(Runnable::run);
    }

    @Test
    void a_gateway_refuses_documents_over_its_limit() {
        var documents = IntStream.range(0, settings.maxExecutions())
                .mapToObj(client -> places.take(new Client.Authenticated("client " + client)))
                .toList();
        query().statusCode(503).header("Retry-After", notNullValue()).body("type", equalTo("/problems/unavailable"));
        documents.forEach(Runnable::run);
        query().statusCode(200);
    }
}
