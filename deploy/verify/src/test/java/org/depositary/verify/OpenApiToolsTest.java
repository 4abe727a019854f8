package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Programs that others wrote read the OpenAPI document of the running installation. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class OpenApiToolsTest {

    private final OriginClient client;

    OpenApiToolsTest(TestInstallation installation) {
        this.client = installation.client();
    }

    @Test
    void spectral_finds_neither_errors_nor_warnings(@TempDir Path directory) throws IOException {
        var document = download(directory);
        ForeignClients.tool(
                "spectral",
                "lint",
                document.toString(),
                "--ruleset",
                ForeignClients.file("spectral.yaml").toString(),
                "--fail-severity=hint");
    }

    @Test
    void redocly_finds_neither_errors_nor_warnings(@TempDir Path directory) throws IOException {
        var document = download(directory);
        var config = ForeignClients.file("redocly.yaml").toString();
        var output = ForeignClients.tool("redocly", "lint", document.toString(), "--config", config, "--format=json");
        assertThat(output).contains("\"errors\": 0", "\"warnings\": 0");
    }

    @Test
    void a_typed_client_compiles(@TempDir Path directory) throws IOException {
        var document = download(directory);
        ForeignClients.tool(
                "openapi-typescript",
                document.toString(),
                "--output",
                directory.resolve("openapi.d.ts").toString());
        var client = Files.copy(ForeignClients.file("typed-client.ts"), directory.resolve("typed-client.ts"));
        ForeignClients.tool(
                "tsc",
                "--strict",
                "--noEmit",
                "--target",
                "es2022",
                "--module",
                "es2022",
                "--lib",
                "es2022,dom",
                "--moduleResolution",
                "bundler",
                client.toString());
    }

    /** With a public server, because Redocly warns of localhost, where this installation runs. */
    private Path download(Path directory) throws IOException {
        var document = client.get("/openapi", "Accept", "application/json").expect(200);
        var text = document.text().replaceAll("http://localhost:\\d+", "https://register.test");
        return Files.writeString(directory.resolve("openapi.json"), text);
    }
}
