package org.depositary.gateway.feeder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.ServerSentEventClient;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.gateway.WitnessProjector;
import org.depositary.testing.ConnectionPoolRenewal;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.ServiceMetricsReader;
import org.depositary.testing.TestServers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests metrics and health checks. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class OperationsTest {

    private final String organization = "o-" + UUID.randomUUID();

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    @Inject
    WitnessProjector witness;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @TestHTTPResource
    URI origin;

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    @io.quarkus.agroal.DataSource("clients")
    DataSource clients;

    @ConfigProperty(name = "quarkus.datasource.clients.jdbc.max-size")
    int clientConnections;

    private double metric(String name) {
        return new ServiceMetricsReader(management).sum(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q", "/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"})
    void health_and_metrics_are_not_on_the_public_port(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void it_is_ready_when_the_read_models_are_built_and_the_feeder_runs() {
        await().until(() -> given().get(management.resolve("/q/health/ready")).statusCode() == 200);
        given().get(management.resolve("/q/health/ready"))
                .then()
                .body("checks.name", hasItems("read models", "feeder", "parked"));
    }

    @Test
    void what_comes_in_moves_the_log_and_the_read_models_and_tells_its_age() {
        await().until(() -> given().get(management.resolve("/q/health/ready")).statusCode() == 200);
        double head = metric("depositary_log_head");
        double fed = metric("depositary_feeder_age_seconds_count");
        double projected = metric("depositary_projection_age_seconds_count");
        bus.publish(Event.accession(organization, "KZ", 1));
        await().untilAsserted(() -> {
            assertThat(metric("depositary_log_head")).isGreaterThan(head);
            assertThat(metric("depositary_log_served")).isEqualTo(metric("depositary_log_head"));
            assertThat(metric("depositary_feeder_age_seconds_count")).isGreaterThan(fed);
            assertThat(metric("depositary_projection_age_seconds_count")).isGreaterThan(projected);
            assertThat(metric("depositary_feeder_lag_seconds")).isZero();
        });
    }

    @Test
    void a_feeder_that_is_held_up_lags() throws SQLException {
        try (var connection = dataSource.getConnection();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Disables the timeout, because the transaction holds the lock until the lag is visible.
            lock.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            lock.execute("SELECT 1 FROM change_head FOR UPDATE");
            bus.publish(Event.accession(organization, "KZ", 1));
            await().untilAsserted(() ->
                    assertThat(metric("depositary_feeder_lag_seconds")).isGreaterThan(0.5));
            connection.rollback();
        }
        await().untilAsserted(() ->
                assertThat(metric("depositary_feeder_lag_seconds")).isZero());
        assertThat(log.versions("membership:" + organization + "/KZ")).containsExactly("1");
    }

    @Test
    void a_read_model_that_is_held_up_stays_behind() {
        var gate = witness.pause();
        bus.publish(Event.accession(organization, "KZ", 1));
        try {
            await().untilAsserted(() ->
                    assertThat(metric("depositary_log_served")).isLessThan(metric("depositary_log_head")));
        } finally {
            gate.countDown();
        }
        await().untilAsserted(
                        () -> assertThat(metric("depositary_log_served")).isEqualTo(metric("depositary_log_head")));
    }

    @Test
    void subscribers_are_counted() {
        // Waits for the subscribers of earlier tests to disconnect.
        await().until(() -> metric("depositary_subscribers") == 0);
        try (var subscriber = ServerSentEventClient.open(origin.resolve("/api/changes/stream"))) {
            assertThat(subscriber.status()).isEqualTo(200);
            await().untilAsserted(
                            () -> assertThat(metric("depositary_subscribers")).isEqualTo(1));
        }
        await().untilAsserted(() -> assertThat(metric("depositary_subscribers")).isZero());
    }

    @Test
    void without_its_database_it_is_not_ready_and_says_so_until_it_is_back() throws SQLException {
        var database = log.select("SELECT current_database()").getFirst();
        TestServers.running().setReachable(database, false);
        try {
            await().untilAsserted(() ->
                    given().get(management.resolve("/q/health/ready")).then().statusCode(503));
            given().get(management.resolve("/q/health/live")).then().statusCode(200);
            given().get("/api/memberships")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/unavailable"));
            given().header("Depositary-After", "membership:" + organization + "/KZ@1")
                    .get("/api/memberships?party=KZ")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("/problems/unavailable"));
        } finally {
            TestServers.running().setReachable(database, true);
        }
        bus.publish(Event.accession(organization, "KZ", 1));
        await().untilAsserted(() -> {
            given().get(management.resolve("/q/health/ready")).then().statusCode(200);
            given().header("Depositary-After", "membership:" + organization + "/KZ@1")
                    .get("/api/memberships?party=KZ")
                    .then()
                    .statusCode(200);
        });
        ConnectionPoolRenewal.replaceBroken(dataSource, connections);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "clients"})
    void a_lost_database_is_measured_while_nobody_uses_it(String name) throws SQLException {
        var pool = name.equals("clients") ? clients : dataSource;
        var database = catalog(pool);
        TestServers.running().setReachable(database, false);
        try {
            // Longer than an answer takes.
            await().untilAsserted(() -> assertThat(failingSeconds(name)).isGreaterThan(5));
        } finally {
            TestServers.running().setReachable(database, true);
        }
        await().untilAsserted(() -> assertThat(failingSeconds(name)).isZero());
        ConnectionPoolRenewal.replaceBroken(pool, pool == clients ? clientConnections : connections);
    }

    private double failingSeconds(String database) {
        var series = "depositary_database_failing_seconds{database=\"%s\"} ".formatted(database);
        return new ServiceMetricsReader(management)
                .text()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElseThrow();
    }

    private static String catalog(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getCatalog();
        }
    }
}
