package org.depositary.verify.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A real Prometheus that scrapes an installation, with the labels that the alerts expect. */
public final class PrometheusServer implements AutoCloseable {

    public static final String NAMESPACE = "depositary";

    private static final String TARGET = """
              - job_name: %s
                metrics_path: /q/metrics
                static_configs:
                  - targets: ["127.0.0.1:%d"]
                    labels: {namespace: %s}
            """;

    private final MonitoringProcess process;

    private PrometheusServer(MonitoringProcess process) {
        this.process = process;
    }

    /**
     * @param directory empty, for its files
     * @param targets the management port of each service
     * @param interval between two scrapes, and between two evaluations of the rules
     */
    public static PrometheusServer start(
            Path directory,
            Map<String, Integer> targets,
            String interval,
            String rules,
            Optional<AlertmanagerServer> alertmanager) {
        int port = MonitoringProcess.freePort();
        write(directory.resolve("rules.yaml"), rules);
        write(directory.resolve("prometheus.yaml"), configuration(targets, interval, alertmanager));
        return new PrometheusServer(MonitoringProcess.start(
                port,
                directory.resolve("prometheus.log"),
                List.of(
                        "prometheus",
                        "--config.file=" + directory.resolve("prometheus.yaml"),
                        "--storage.tsdb.path=" + directory.resolve("series"),
                        "--web.listen-address=127.0.0.1:" + port)));
    }

    private static String configuration(
            Map<String, Integer> targets, String interval, Optional<AlertmanagerServer> alertmanager) {
        var scraped = targets.entrySet().stream()
                .map(target -> TARGET.formatted(target.getKey(), target.getValue(), NAMESPACE))
                .collect(Collectors.joining());
        var alerting = alertmanager
                .map(server -> "alerting:\n  alertmanagers:\n    - static_configs: [{targets: [\"%s\"]}]\n"
                        .formatted(server.authority()))
                .orElse("");
        return """
                global: {scrape_interval: %1$s, scrape_timeout: %1$s, evaluation_interval: %1$s}
                rule_files: [rules.yaml]
                """.formatted(interval) + alerting + "scrape_configs:\n" + scraped;
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The samples that an instant query returns now. */
    public JsonNode query(String query) {
        return process.json("/api/v1/query?query=" + URLEncoder.encode(query, UTF_8))
                .path("data");
    }

    /** Whether a query returns at least one sample. */
    public boolean returnsData(String query) {
        var data = query(query);
        return data.path("resultType").asText().equals("scalar")
                || !data.path("result").isEmpty();
    }

    /** The names of the alerts that fire. */
    public Set<String> firing() {
        return query("ALERTS{alertstate=\"firing\"}")
                .path("result")
                .valueStream()
                .map(sample -> sample.at("/metric/alertname").asText())
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        process.close();
    }
}
