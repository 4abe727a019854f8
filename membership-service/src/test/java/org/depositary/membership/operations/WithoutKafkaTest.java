package org.depositary.membership.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.ServiceMetricsReader;
import org.junit.jupiter.api.Test;

/** Kafka is away: commands are taken all the same, what they record waits, and an operator sees how much and since when. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
@WithTestResource(WithoutKafkaTest.NoKafka.class)
class WithoutKafkaTest {

    /** An address at which nobody answers, in place of the real one. */
    public static class NoKafka implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:1");
        }

        @Override
        public void stop() {}

        @Override
        public int order() {
            return 1;
        }
    }

    @TestHTTPResource(management = true)
    URI management;

    private double metric(String name) {
        return new ServiceMetricsReader(management).sum(name);
    }

    @Test
    void it_is_ready_and_takes_commands_which_wait_in_the_outbox() {
        MembershipOperationsTest.register().then().statusCode(201);
        MembershipOperationsTest.register().then().statusCode(201);
        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'relay' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'relay' }.data.'waiting events'", greaterThanOrEqualTo(2));
        await().untilAsserted(
                        () -> assertThat(metric("depositary_outbox_events")).isGreaterThanOrEqualTo(2));
        double age = metric("depositary_outbox_age_seconds");
        await().untilAsserted(() ->
                assertThat(metric("depositary_outbox_age_seconds")).isGreaterThan(age + 0.1));
        assertThat(metric("depositary_relay_latency_seconds_count")).isZero();
    }
}
