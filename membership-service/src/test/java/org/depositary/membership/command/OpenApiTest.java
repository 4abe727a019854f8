package org.depositary.membership.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.depositary.testing.OpenApiResponsesCheck;
import org.depositary.testing.OpenApiRoutesCheck;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** The API as served is the one in {@code contracts/}. After a wanted change: run with {@code -Dcontracts.write=true}. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class OpenApiTest {

    private static final Path CONTRACT = Path.of("../contracts/openapi/membership.json");

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void every_response_has_its_schema_and_every_protected_operation_the_refusals_of_tokens() throws IOException {
        OpenApiResponsesCheck.assertComplete(
                new ObjectMapper().readTree(given().get("/openapi?format=json").asString()));
    }

    @Test
    void every_route_has_its_operation_and_every_operation_its_route() throws IOException {
        var document =
                new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
        OpenApiRoutesCheck.assertSame(document, Set.of());
    }

    @Test
    void a_registration_that_is_there_already_is_answered_too() throws IOException {
        var registration = mapper.readTree(given().get("/openapi?format=json").asString())
                .at("/paths/~1api~1organizations~1{organization}/put/responses");
        assertThat(registration.has("201")).isTrue();
        assertThat(registration.at("/200/content/application~1json/schema"))
                .isEqualTo(registration.at("/201/content/application~1json/schema"))
                .isNotEmpty();
        assertThat(registration.at("/200/headers").has("Location")).isTrue();
    }

    @Test
    void the_api_is_the_one_in_the_contract() throws IOException {
        var served = mapper.readTree(given().get("/openapi?format=json").asString());
        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");
        }
        assertThat(served).isEqualTo(mapper.readTree(CONTRACT.toFile()));
    }
}
