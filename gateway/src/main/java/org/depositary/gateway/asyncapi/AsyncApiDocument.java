package org.depositary.gateway.asyncapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.depositary.gateway.edge.PublicUrl;

/** The AsyncAPI document of {@code contracts/}, with the public URL as its server. It is read at the first request. */
@ApplicationScoped
class AsyncApiDocument {

    /** Keeps long texts on one line and texts of several lines as blocks. */
    static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build();

    private static final String FILE = "contracts/asyncapi.yaml";

    private final byte[] yaml;
    private final byte[] json;

    AsyncApiDocument(PublicUrl url, ObjectMapper mapper) throws IOException {
        var document = read();
        var server = document.withObject("/servers/gateway");
        url.origin().map(URI::create).ifPresent(origin -> {
            server.put("host", origin.getRawAuthority()).put("protocol", origin.getScheme());
            server.remove("variables");
        });
        this.yaml = YAML.writeValueAsBytes(document);
        this.json = mapper.writeValueAsBytes(document);
    }

    byte[] yaml() {
        return yaml;
    }

    byte[] json() {
        return json;
    }

    private static ObjectNode read() {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var file = loader.getResourceAsStream(FILE)) {
            return (ObjectNode) YAML.readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(FILE, failure);
        }
    }
}
