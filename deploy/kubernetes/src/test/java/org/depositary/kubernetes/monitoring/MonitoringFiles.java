package org.depositary.kubernetes.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.ProjectFiles;

/** The alerts and the dashboard. */
final class MonitoringFiles {

    static final YAMLMapper YAML = new YAMLMapper();

    private MonitoringFiles() {}

    /** The groups of rules, as Prometheus reads them without its operator. */
    static JsonNode groups() {
        return yaml("deploy/monitoring/20-alerts.yaml").path("spec");
    }

    static List<JsonNode> alerts() {
        return Manifest.elements(groups().path("groups"))
                .flatMap(group -> Manifest.elements(group.path("rules")))
                .toList();
    }

    /** The queries of the panels, for all namespaces. */
    static List<String> dashboardQueries() {
        try {
            var dashboard =
                    new ObjectMapper().readTree(ProjectFiles.read("deploy/monitoring/dashboards/depositary.json"));
            return dashboard.findValues("expr").stream()
                    .map(query -> query.asText().replace("$namespace", "depositary"))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode yaml(String path) {
        try {
            return YAML.readTree(ProjectFiles.read(path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
