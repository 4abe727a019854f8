package org.depositary.exercises.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.depositary.exercises.Contracts;
import org.depositary.local.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/**
 * The interface that is served is the one in {@code contracts/}. After a change that is meant, write the file anew:
 * {@code ./mvnw -pl exercises-service test -Dtest=OpenApiTest -Dcontracts.write=true}
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class OpenApiTest {

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void whatIsServedIsTheContract() throws IOException {
        var served = mapper.readTree(given().get("/openapi?format=json").asByteArray());
        var file = Contracts.openApi();
        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, mapper.writeValueAsString(served) + "\n");
        }
        assertThat(served).isEqualTo(mapper.readTree(file.toFile()));
    }
}
