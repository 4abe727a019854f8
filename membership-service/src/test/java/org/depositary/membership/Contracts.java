package org.depositary.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;

/** The events of this service as {@code contracts/} has them. */
public final class Contracts {

    private static final String PUBLIC = "https://depositary.org/contracts/";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(PUBLIC, "classpath:contracts/")));

    private Contracts() {}

    /** The sample of an event. */
    public static JsonNode sample(String event) throws IOException {
        try (var stream =
                Contracts.class.getResourceAsStream("/contracts/events/membership/" + event + "/v1.sample.json")) {
            return new ObjectMapper().readTree(stream);
        }
    }

    /** The data are what the event's schema says they are. */
    public static void assertKept(String event, JsonNode data) {
        var schema = SCHEMAS.getSchema(SchemaLocation.of(PUBLIC + "events/membership/" + event + "/v1.schema.json"));
        assertThat(schema.validate(data)).as("%s: %s", event, data).isEmpty();
    }
}
