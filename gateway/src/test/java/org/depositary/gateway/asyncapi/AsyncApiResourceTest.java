package org.depositary.gateway.asyncapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.testing.ContractFiles;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class AsyncApiResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_document_of_the_contracts_is_served_in_yaml_and_json() throws IOException {
        var contract =
                new YAMLMapper().readTree(ContractFiles.path("asyncapi.yaml").toFile());
        var yaml = given().get("/asyncapi")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/yaml"))
                .header("Vary", containsString("Accept"))
                .extract()
                .asString();
        assertThat(new YAMLMapper().readTree(yaml)).isEqualTo(contract);
        assertThat(JSON.readTree(json("/asyncapi?format=json", "*/*"))).isEqualTo(contract);
        assertThat(JSON.readTree(json("/asyncapi", "application/json"))).isEqualTo(contract);
    }

    @Test
    void the_format_takes_precedence_over_accept() {
        given().accept("application/json")
                .get("/asyncapi?format=yaml")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/yaml"));
        given().get("/asyncapi?format=xml").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void a_client_does_not_load_the_document_twice() {
        var tag = given().get("/asyncapi").getHeader("ETag");
        given().header("If-None-Match", tag)
                .get("/asyncapi")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        given().header("If-None-Match", tag).get("/asyncapi?format=json").then().statusCode(200);
    }

    @Test
    void the_public_url_is_the_server_of_the_gateway() throws IOException {
        var url = new PublicUrl(Optional.of(URI.create("https://register.example.org:8443")));
        JsonNode server = JSON.readTree(new AsyncApiDocument(url, JSON).json()).at("/servers/gateway");
        assertThat(server.path("host").asText()).isEqualTo("register.example.org:8443");
        assertThat(server.path("protocol").asText()).isEqualTo("https");
        assertThat(server.has("variables")).isFalse();
    }

    private static String json(String path, String accept) {
        return given().accept(accept)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
    }
}
