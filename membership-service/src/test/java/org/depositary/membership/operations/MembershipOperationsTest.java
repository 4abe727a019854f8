package org.depositary.membership.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.testing.ConnectionPoolRenewal;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.ServiceMetricsReader;
import org.depositary.testing.TestServers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees of a service that has all it needs, and of one whose database is gone. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class MembershipOperationsTest {

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    private double metric(String name) {
        return new ServiceMetricsReader(management).sum(name);
    }

    static Response register() {
        return given().contentType("application/json")
                .auth()
                .oauth2(RealPostgresAndKafka.token("curator"))
                .body("{\"names\":{\"en\":\"Observed\"},\"sources\":[{\"title\":\"A chronicle\"}]}")
                .put("/api/organizations/observed-"
                        + UUID.randomUUID().toString().substring(0, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q", "/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"})
    void health_and_metrics_are_not_on_the_public_port(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void what_is_published_leaves_the_outbox_and_tells_how_long_it_took() {
        double before = metric("depositary_relay_latency_seconds_count");
        register().then().statusCode(201);
        await().untilAsserted(() -> {
            assertThat(metric("depositary_relay_latency_seconds_count")).isGreaterThan(before);
            assertThat(metric("depositary_outbox_events")).isZero();
            assertThat(metric("depositary_outbox_age_seconds")).isZero();
            assertThat(metric("depositary_relay_leader")).isEqualTo(1);
        });
        assertThat(metric("depositary_relay_latency_seconds_sum")).isPositive();
        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'relay' }.data.leader", equalTo(true));
    }

    @Test
    void without_its_database_it_is_not_ready_and_says_so_until_it_is_back() throws SQLException {
        var database = database();
        TestServers.running().setReachable(database, false);
        try {
            await().untilAsserted(() ->
                    given().get(management.resolve("/q/health/ready")).then().statusCode(503));
            given().get(management.resolve("/q/health/live")).then().statusCode(200);
            register()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/unavailable"));
        } finally {
            TestServers.running().setReachable(database, true);
        }
        await().untilAsserted(() -> {
            given().get(management.resolve("/q/health/ready")).then().statusCode(200);
            register().then().statusCode(201);
        });
        ConnectionPoolRenewal.replaceBroken(dataSource, connections);
        await().untilAsserted(
                        () -> assertThat(metric("depositary_outbox_events")).isZero());
    }

    private String database() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return connection.getCatalog();
        }
    }
}
