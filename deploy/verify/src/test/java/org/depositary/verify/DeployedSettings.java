package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of {@code deploy/kubernetes} that decide about migrations. */
final class DeployedSettings {

    private static final String BASE = "deploy/kubernetes/base/";

    private DeployedSettings() {}

    /** A service compares its schema and does not change it. */
    static Map<String, String> ofServices() {
        try (var lines = Files.lines(TestInstallation.ROOT.resolve(BASE + "settings.env"))) {
            var settings = lines.filter(line -> line.startsWith("QUARKUS_FLYWAY_"))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
            assertThat(settings).containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Job changes the schema and ends. */
    static Map<String, String> ofJobs() {
        try {
            var job = new YAMLMapper()
                    .readTree(Files.readString(TestInstallation.ROOT.resolve(BASE + "patches/jobs.yaml")));
            var settings = new HashMap<>(ofServices());
            job.at("/spec/template/spec/containers/0/env").forEach(variable -> {
                if (variable.path("name").asText().startsWith("QUARKUS_")) {
                    settings.put(
                            variable.path("name").asText(),
                            variable.path("value").asText());
                }
            });
            assertThat(settings).containsEntry("QUARKUS_INIT_AND_EXIT", "true");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
