package org.depositary.exercises.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.RequestMetricsCheck;
import org.junit.jupiter.api.Test;

/** Tests that the metrics of requests are counted by path template, whatever the paths of the requests are. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class ExercisesRequestMetricsTest {

    @TestHTTPResource
    URI origin;

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void requests_are_counted_by_path_template() {
        assertThat(RequestMetricsCheck.assertOnlyTemplates(origin, management)).contains("/api/exercises/{id}/claims");
    }
}
