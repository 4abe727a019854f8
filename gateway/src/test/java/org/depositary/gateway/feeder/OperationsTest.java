package org.depositary.gateway.feeder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.depositary.gateway.Bus;
import org.depositary.gateway.Bus.Event;
import org.depositary.local.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** What an operator sees. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class OperationsTest {

    @Inject
    Bus bus;

    @Test
    void it_is_ready_when_the_read_models_are_built_and_the_feeder_runs() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        given().get("/q/health/ready")
                .then()
                .body("checks.name", hasItem("read models"))
                .body("checks.name", hasItem("feeder"));
    }

    @Test
    void metrics_tell_how_far_everything_is() {
        bus.publish(Event.accession("o-" + UUID.randomUUID(), "KZ", 2));
        await().untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                .containsPattern("depositary_parked\\{.*reason=\"gap\".*} [1-9]")
                .contains(
                        "depositary_feeder_lag_records",
                        "depositary_feeder_age_seconds",
                        "depositary_projection_age_seconds",
                        "depositary_projection_position",
                        "depositary_feeder_lag_seconds",
                        "depositary_log_head",
                        "depositary_log_served",
                        "depositary_subscribers"));
    }
}
