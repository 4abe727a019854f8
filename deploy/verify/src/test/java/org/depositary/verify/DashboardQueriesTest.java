package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.depositary.verify.monitoring.PrometheusServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every query of the dashboard returns data of a real installation, in a real Prometheus. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class DashboardQueriesTest {

    /** Volumes are measured by the kubelet, which exists on Kubernetes only. */
    private static final String OF_KUBERNETES = "kubelet_volume_stats_";

    private final TestInstallation installation;

    DashboardQueriesTest(TestInstallation installation) {
        this.installation = installation;
    }

    @Test
    void every_query_returns_data() throws IOException {
        var queries = queries();
        assertThat(queries).hasSizeGreaterThan(25);
        try (var prometheus = PrometheusServer.start(
                TestInstallation.emptied("dashboard-queries"),
                installation.managementPorts(),
                "1s",
                "groups: []\n",
                Optional.empty())) {
            await("all services are scraped").until(() -> prometheus.returnsData("count(up == 1) == 4"));
            record();
            for (var query : queries) {
                await(query).until(() -> query.contains(OF_KUBERNETES) || prometheus.returnsData(query));
            }
        }
    }

    private void record() {
        installation
                .client()
                .with(installation.token("curator"))
                .put("/api/organizations/shown-" + UUID.randomUUID(), CommandBodies.organization("Shown"))
                .expect(201);
    }

    private static List<String> queries() throws IOException {
        var file = TestInstallation.ROOT.resolve("deploy/monitoring/dashboards/depositary.json");
        return GatewayAnswer.JSON.readTree(file.toFile()).findValues("expr").stream()
                .map(JsonNode::asText)
                .map(query -> query.replace("$namespace", PrometheusServer.NAMESPACE))
                .toList();
    }
}
