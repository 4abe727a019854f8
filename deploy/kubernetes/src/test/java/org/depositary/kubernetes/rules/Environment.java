package org.depositary.kubernetes.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** The environment variables of a workload's container: from ConfigMaps and, stronger, its own. */
record Environment(Map<String, JsonNode> variables) {

    Environment(Overlay overlay, Manifest workload) {
        this(read(overlay, workload));
    }

    private static Map<String, JsonNode> read(Overlay overlay, Manifest workload) {
        var variables = new LinkedHashMap<String, JsonNode>();
        workload.containers().forEach(container -> {
            Manifest.elements(container.path("envFrom"))
                    .map(source -> source.at("/configMapRef/name").asText())
                    .flatMap(name -> overlay.find("ConfigMap", name).stream())
                    .forEach(map -> map.at("/data")
                            .properties()
                            .forEach(entry -> variables.put(entry.getKey(), entry.getValue())));
            Manifest.elements(container.path("env"))
                    .forEach(variable -> variables.put(
                            variable.path("name").asText(),
                            variable.has("value") ? variable.path("value") : variable.path("valueFrom")));
        });
        return variables;
    }

    /** Returns the value of a variable. Empty if it comes from a secret. */
    Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }
}
