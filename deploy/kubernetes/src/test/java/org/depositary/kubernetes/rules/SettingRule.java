package org.depositary.kubernetes.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** Every environment variable of a pod is a setting that can be changed at run time. */
final class SettingRule implements Rule {

    private static final Map<String, String> QUARKUS = quarkus();
    private static final Set<String> KAFKA = ProducerConfig.configNames().stream()
            .map(name -> "KAFKA_" + variable(name))
            .collect(Collectors.toSet());

    /** Read by the launcher of the JDK. */
    private static final String JAVA = "JDK_JAVA_OPTIONS";

    @Override
    public Stream<String> violations(Overlay overlay) {
        return overlay.workloads().flatMap(workload -> new Environment(overlay, workload)
                .variables().keySet().stream()
                        .filter(variable -> !isKnown(workload, variable))
                        .map(variable -> "%s: %s is no setting that a pod can change".formatted(workload, variable)));
    }

    private static boolean isKnown(Manifest workload, String variable) {
        return variable.equals(JAVA)
                || "RUN_TIME".equals(QUARKUS.get(ofDefaultDataSource(variable)))
                || KAFKA.contains(variable)
                || ofDepositary(workload).contains(variable);
    }

    /** Quarkus documents a setting of a named data source under that of the default one. */
    private static String ofDefaultDataSource(String variable) {
        return variable.replaceFirst("^QUARKUS_DATASOURCE_CLIENTS_", "QUARKUS_DATASOURCE_");
    }

    private static Set<String> ofDepositary(Manifest workload) {
        return DepositarySettings.of(workload.podLabels().getOrDefault("app.kubernetes.io/name", "")).keySet().stream()
                .map(SettingRule::variable)
                .collect(Collectors.toSet());
    }

    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The variables that Quarkus documents, with the phase in which each is read. */
    private static Map<String, String> quarkus() {
        var phases = new HashMap<String, String>();
        try {
            var models = SettingRule.class
                    .getClassLoader()
                    .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json");
            for (var model : Collections.list(models)) {
                try (var json = model.openStream()) {
                    collect(new ObjectMapper().readTree(json), phases);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phases;
    }

    private static void collect(JsonNode node, Map<String, String> phases) {
        var variable = node.at("/path/environmentVariable");
        if (variable.isTextual()) {
            phases.put(variable.asText(), node.path("phase").asText());
        }
        node.forEach(child -> collect(child, phases));
    }
}
