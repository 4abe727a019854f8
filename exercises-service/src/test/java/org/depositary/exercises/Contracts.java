package org.depositary.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;

/** The files in {@code contracts/} that this service keeps to, as they stand in the tree. */
public final class Contracts {

    private static final Path DIRECTORY =
            Path.of("..", "contracts").toAbsolutePath().normalize();

    /** The service's own interface. */
    public static final Path OPEN_API = DIRECTORY.resolve("openapi/exercises.json");

    private static final String PUBLIC = "https://depositary.org/contracts/";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix(PUBLIC, DIRECTORY.toUri().toString())));

    private Contracts() {}

    /** The sample of an event. */
    public static JsonNode sample(String event, int version) throws IOException {
        return new ObjectMapper().readTree(path(event, version, "sample").toFile());
    }

    /** The body is one that the interface describes under that name. */
    public static void assertDescribed(String component, JsonNode body) {
        var location = SchemaLocation.of(OPEN_API.toUri() + "#/components/schemas/" + component);
        assertThat(SCHEMAS.getSchema(location).validate(body)).isEmpty();
    }

    /** The data are what the event's schema says they are. */
    public static void assertKept(String event, int version, JsonNode data) {
        var location = PUBLIC + DIRECTORY.relativize(path(event, version, "schema"));
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(location)).validate(data))
                .as("%s v%d: %s", event, version, data)
                .isEmpty();
    }

    private static Path path(String event, int version, String what) {
        return DIRECTORY.resolve("events/exercise/%s/v%d.%s.json".formatted(event, version, what));
    }
}
