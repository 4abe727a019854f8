package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Converts an OpenAPI document between its model and JSON, which is easier to change. */
final class OpenApiJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenApiJson() {}

    static ObjectNode write(OpenAPI api) {
        try {
            return (ObjectNode) JSON.readTree(
                    convert(builder -> builder.withInitialModel(api)).toJSON());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static OpenAPI read(ObjectNode document) {
        var bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        return convert(builder -> builder.withCustomStaticFile(() -> new ByteArrayInputStream(bytes)))
                .model();
    }

    private static SmallRyeOpenAPI convert(UnaryOperator<SmallRyeOpenAPI.Builder> input) {
        return input.apply(SmallRyeOpenAPI.builder()
                        .withConfig(ConfigProvider.getConfig())
                        .enableModelReader(false)
                        .enableStandardStaticFiles(false)
                        .enableAnnotationScan(false)
                        .enableStandardFilter(false))
                .build();
    }
}
