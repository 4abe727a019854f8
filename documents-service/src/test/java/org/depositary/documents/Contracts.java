package org.depositary.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The schemas and samples in {@code contracts/}. */
public final class Contracts {

    private static final String PUBLIC = "https://depositary.org/contracts/";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(PUBLIC, "classpath:contracts/")));

    private Contracts() {}

    /** Fails unless the value is as {@code contracts/<name>/v1.schema.json} has it. */
    public static void check(String name, JsonNode value) {
        var schema = SCHEMAS.getSchema(SchemaLocation.of(PUBLIC + name + "/v1.schema.json"));
        assertThat(schema.validate(value)).as("%s: %s", name, value).isEmpty();
    }

    /** {@code contracts/<name>/v1.sample.json} */
    public static JsonNode sample(String name) {
        return json(name + "/v1.sample.json");
    }

    /** A file in {@code contracts/}. */
    public static JsonNode json(String path) {
        try (var stream = Contracts.class.getResourceAsStream("/contracts/" + path)) {
            assertThat(stream).as("contracts/%s", path).isNotNull();
            return MAPPER.readTree(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
