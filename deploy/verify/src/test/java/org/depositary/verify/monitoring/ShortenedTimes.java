package org.depositary.verify.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The alerts and the configuration of Alertmanager with all times divided by a factor: {@code for}, ranges such as
 * {@code [5m]}, thresholds of ages in seconds, and the times of grouping. Rules on quantiles keep their times, because
 * the services compute quantiles over two minutes.
 *
 * @param monitoring the directory {@code deploy/monitoring}
 */
public record ShortenedTimes(Path monitoring, int factor) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern RANGE = Pattern.compile("(?<=\\[)\\d+[smh](?=])");
    private static final Pattern AGE = Pattern.compile("(depositary_\\w+_seconds\\)? > )(\\d+)");
    private static final List<String> GROUPING = List.of("group_wait", "group_interval");

    /** The time in milliseconds, as Prometheus writes it. */
    public String of(Duration time) {
        return time.toMillis() / factor + "ms";
    }

    /** The rules file. */
    public String rules() {
        var rules = read("20-alerts.yaml").path("spec");
        rules.path("groups").forEach(group -> group.path("rules").forEach(rule -> shorten((ObjectNode) rule)));
        return text(rules);
    }

    private void shorten(ObjectNode rule) {
        var query = rule.path("expr").asText();
        if (!query.contains("quantile=")) {
            rule.put("for", of(parse(rule.path("for").asText())));
            var ranges = RANGE.matcher(query).replaceAll(range -> of(parse(range.group())));
            rule.put(
                    "expr",
                    AGE.matcher(ranges).replaceAll(age -> age.group(1) + Double.parseDouble(age.group(2)) / factor));
        }
    }

    /** The configuration of Alertmanager, with one receiver. */
    public String alertmanager(String webhook) {
        var configuration = read("alertmanager.yaml");
        var route = (ObjectNode) configuration.path("route");
        GROUPING.forEach(name -> route.put(name, of(parse(route.path(name).asText()))));
        ((ObjectNode) configuration.path("receivers").path(0))
                .putArray("webhook_configs")
                .addObject()
                .put("url", webhook)
                .put("send_resolved", false);
        return text(configuration);
    }

    /** How long Alertmanager waits before it reports a change of a group that it has reported. */
    public Duration groupInterval() {
        return parse(read("alertmanager.yaml").at("/route/group_interval").asText())
                .dividedBy(factor);
    }

    private static Duration parse(String time) {
        return Duration.parse("PT" + time.toUpperCase(java.util.Locale.ROOT));
    }

    private JsonNode read(String file) {
        try {
            return YAML.readTree(monitoring.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode json) {
        try {
            return YAML.writeValueAsString(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
