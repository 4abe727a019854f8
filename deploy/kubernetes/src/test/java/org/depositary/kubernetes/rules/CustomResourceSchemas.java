package org.depositary.kubernetes.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.ProjectFiles;

/**
 * The schemas of the operators' custom resources. They are not part of this project: they are read from a directory
 * {@code shared/crds} next to the project or further up, as {@code <kind>_<version>.json}. Without that directory only
 * version and kind are checked.
 */
final class CustomResourceSchemas {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("Certificate", "cert-manager.io/v1"),
            Map.entry("Cluster", "postgresql.cnpg.io/v1"),
            Map.entry("ExternalSecret", "external-secrets.io/v1"),
            Map.entry("HTTPRoute", "gateway.networking.k8s.io/v1"),
            Map.entry("Kafka", "kafka.strimzi.io/v1"),
            Map.entry("KafkaNodePool", "kafka.strimzi.io/v1"),
            Map.entry("KafkaTopic", "kafka.strimzi.io/v1"),
            Map.entry("KafkaUser", "kafka.strimzi.io/v1"),
            Map.entry("Keycloak", "k8s.keycloak.org/v2alpha1"),
            Map.entry("KeycloakRealmImport", "k8s.keycloak.org/v2alpha1"),
            Map.entry("ObjectStore", "barmancloud.cnpg.io/v1"),
            Map.entry("PrometheusRule", "monitoring.coreos.com/v1"),
            Map.entry("ScaledObject", "keda.sh/v1alpha1"),
            Map.entry("ScheduledBackup", "postgresql.cnpg.io/v1"),
            Map.entry("ServiceMonitor", "monitoring.coreos.com/v1"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private static final Map<String, Optional<JsonSchema>> SCHEMAS = new HashMap<>();

    private CustomResourceSchemas() {}

    static Stream<String> violations(Manifest manifest) {
        if (!manifest.apiVersion().equals(KNOWN.get(manifest.kind()))) {
            return Stream.of("%s: unknown version %s".formatted(manifest, manifest.apiVersion()));
        }
        return schema(manifest).stream()
                .flatMap(schema -> schema.validate(manifest.json()).stream())
                .map(message -> "%s: %s".formatted(manifest, message));
    }

    static boolean exists(Manifest manifest) {
        return schema(manifest).isPresent();
    }

    private static synchronized Optional<JsonSchema> schema(Manifest manifest) {
        var version = manifest.apiVersion().substring(manifest.apiVersion().indexOf('/') + 1);
        var file = manifest.kind().toLowerCase(Locale.ROOT) + "_" + version + ".json";
        return SCHEMAS.computeIfAbsent(file, CustomResourceSchemas::load);
    }

    private static Optional<JsonSchema> load(String file) {
        return directory()
                .map(directory -> directory.resolve(file))
                .filter(Files::exists)
                .map(schema -> {
                    try {
                        return FACTORY.getSchema(JSON.readTree(schema.toFile()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Optional<Path> directory() {
        return Stream.iterate(ProjectFiles.ROOT.getParent(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/crds"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
