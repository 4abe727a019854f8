package org.depositary.kubernetes.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.depositary.kubernetes.render.ProjectFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own tool accepts every query, and each alert fires in its test. Needs promtool (apt install prometheus). */
@Tag("full")
class PromtoolTest {

    @TempDir
    Path directory;

    @Test
    void each_alert_fires_when_it_should_and_no_other() throws Exception {
        Files.writeString(
                directory.resolve("rules.yaml"), MonitoringFiles.YAML.writeValueAsString(MonitoringFiles.groups()));
        Files.writeString(directory.resolve("alerts.yaml"), ProjectFiles.read("deploy/monitoring/tests/alerts.yaml"));
        promtool("check", "rules", "rules.yaml");
        promtool("test", "rules", "alerts.yaml");
    }

    @Test
    void every_query_of_the_dashboard_is_valid() throws Exception {
        var rules = MonitoringFiles.YAML.createObjectNode();
        ObjectNode group = rules.putArray("groups").addObject().put("name", "dashboard");
        var list = group.putArray("rules");
        var queries = MonitoringFiles.dashboardQueries();
        for (int i = 0; i < queries.size(); i++) {
            list.addObject().put("record", "query:" + i).put("expr", queries.get(i));
        }
        Files.writeString(directory.resolve("dashboard.yaml"), MonitoringFiles.YAML.writeValueAsString(rules));
        promtool("check", "rules", "dashboard.yaml");
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
