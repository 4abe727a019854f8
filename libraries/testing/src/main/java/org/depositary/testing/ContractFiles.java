package org.depositary.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads the schemas and samples in {@code contracts/}, for tests that run in the directory of a service. */
public final class ContractFiles {

    private static final Path DIRECTORY =
            Path.of("..", "contracts").toAbsolutePath().normalize();
    private static final String PUBLIC = "https://depositary.org/contracts/";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix(PUBLIC, DIRECTORY.toUri().toString())));

    private ContractFiles() {}

    /** Returns the path of a file or directory below {@code contracts/}. */
    public static Path path(String name) {
        return DIRECTORY.resolve(name);
    }

    /**
     * Reads the sample {@code <name>/v1.sample.json}.
     *
     * @param name such as {@code events/document/document-received}
     */
    public static JsonNode sample(String name) {
        try {
            return MAPPER.readTree(path(name + "/v1.sample.json").toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Fails unless the value matches the schema {@code <name>/v<version>.schema.json}. */
    public static void assertValid(String name, int version, JsonNode value) {
        assertMatches("%s%s/v%d.schema.json".formatted(PUBLIC, name, version), value);
    }

    /** Fails unless the value matches this schema of the OpenAPI document {@code openapi/<service>.json}. */
    public static void assertDescribed(String service, String schema, JsonNode value) {
        var document = path("openapi/" + service + ".json").toUri();
        assertMatches(document + "#/components/schemas/" + schema, value);
    }

    private static void assertMatches(String schema, JsonNode value) {
        var errors = SCHEMAS.getSchema(SchemaLocation.of(schema)).validate(value);
        if (!errors.isEmpty()) {
            throw new AssertionError("%s does not match %s: %s".formatted(value, schema, errors));
        }
    }
}
