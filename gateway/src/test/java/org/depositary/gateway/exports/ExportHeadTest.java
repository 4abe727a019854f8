package org.depositary.gateway.exports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** HEAD of an export has the headers of GET, and writes no export: it needs no place among those that are running. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExportHeadTest {

    @Inject
    ExportLimit limit;

    @Inject
    ExportSettings settings;

    @Test
    void head_costs_no_more_than_the_headers() {
        var address = "/api/exports/parties.csv?known-at="
                + given().head("/api/exports/parties.csv").header("Depositary-Cursor");
        var got = given().get(address).then().statusCode(200).extract();
        for (int running = 0; running < settings.atOnce(); running++) {
            limit.begin();
        }
        try {
            given().get(address).then().statusCode(429);
            var head = given().head(address).then().statusCode(200).extract();
            assertThat(head.asByteArray()).isEmpty();
            assertThat(head.header("Content-Length")).isNull();
            for (var name : List.of("Content-Type", "Link", "Depositary-Cursor", "Content-Disposition", "Vary")) {
                assertThat(head.header(name)).as(name).isEqualTo(got.header(name));
            }
        } finally {
            for (int running = 0; running < settings.atOnce(); running++) {
                limit.end();
            }
        }
    }
}
