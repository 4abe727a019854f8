package org.depositary.kubernetes.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.ProjectFiles;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards use only metrics that exist, and every alert has a runbook and a test. */
class AlertsTest {

    @Test
    void every_metric_in_an_alert_or_a_dashboard_is_published() {
        var queries = Stream.concat(
                        MonitoringFiles.alerts().stream()
                                .map(alert -> alert.path("expr").asText()),
                        MonitoringFiles.dashboardQueries().stream())
                .toList();
        assertThat(queries).hasSizeGreaterThan(40);
        assertThat(queries).allSatisfy(query -> {
            var metrics = new PromQuery(query).metrics();
            assertThat(metrics).as(query).isNotEmpty();
            assertThat(PublishedMetrics.all()).as(query).containsAll(metrics);
        });
    }

    @Test
    void every_metric_of_depositary_is_described_and_is_on_the_dashboard() {
        var described = ProjectFiles.read("docs/metrics.md");
        var shown = String.join(" ", MonitoringFiles.dashboardQueries());
        var names = PublishedMetrics.ofDepositary().stream()
                .filter(name -> !name.matches(".*_seconds_(count|sum|max)"))
                .toList();
        assertThat(names).hasSizeGreaterThan(12);
        assertThat(names).allSatisfy(name -> {
            assertThat(described).contains("`" + name);
            assertThat(shown).contains(name);
        });
    }

    @Test
    void every_alert_has_a_severity_a_summary_and_a_runbook() {
        assertThat(MonitoringFiles.alerts()).hasSizeGreaterThan(15).allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            var page = alert.at("/annotations/runbook").asText();
            assertThat(page).startsWith("deploy/runbooks/");
            assertThat(Files.exists(ProjectFiles.ROOT.resolve(page))).as(page).isTrue();
            assertThat(ProjectFiles.read(page)).as(page).contains(name(alert));
        });
    }

    @Test
    void every_alert_has_a_test_in_which_it_fires() {
        var tests = ProjectFiles.read("deploy/monitoring/tests/alerts.yaml");
        assertThat(MonitoringFiles.alerts())
                .allSatisfy(alert -> assertThat(tests).contains("alertname=\"" + name(alert) + "\""));
    }

    @Test
    void inhibition_names_alerts_that_exist() {
        var names = MonitoringFiles.alerts().stream().map(AlertsTest::name).toList();
        var rules = ProjectFiles.read("deploy/monitoring/alertmanager.yaml");
        List<String> named = Pattern.compile("Depositary\\w+(?:\\.\\*)?")
                .matcher(rules)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(8)
                .allSatisfy(pattern -> assertThat(names).as(pattern).anyMatch(name -> name.matches(pattern)));
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asText();
    }
}
