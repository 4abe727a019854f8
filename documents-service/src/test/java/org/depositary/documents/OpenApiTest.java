package org.depositary.documents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
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

/** {@code contracts/openapi/documents.json} is what this service serves; {@code -Dcontracts.write=true} writes it. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "documents"))
class OpenApiTest {

    private static final Path CONTRACT = Path.of("../contracts/openapi/documents.json");

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
    void the_contract_is_what_is_served() throws IOException {
        var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        var served = mapper.readTree(given().queryParam("format", "json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, mapper.writeValueAsString(served) + "\n");
        }

        assertThat(served).isEqualTo(mapper.readTree(CONTRACT.toFile()));
    }
}
