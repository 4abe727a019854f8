package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Health and metrics of each process are on its management port, and on no other. */
@ExtendWith(SharedInstallation.class)
class ManagementTest {

    private static final List<String> PATHS =
            List.of("/q/health/started", "/q/health/live", "/q/health/ready", "/q/health", "/q/metrics");

    private final TestInstallation installation;

    ManagementTest(TestInstallation installation) {
        this.installation = installation;
    }

    static Set<String> services() {
        return TestInstallation.SERVICES.keySet();
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_management_port_answers_health_and_metrics(String service) {
        var management = installation.client(service).management();
        assertThat(PATHS)
                .allSatisfy(path -> assertThat(management.get(path).status()).isEqualTo(200));
        assertThat(management.get("/q/metrics").text()).contains("process_start_time_seconds");
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_public_port_answers_neither(String service) {
        var main = installation.client(service);
        assertThat(PATHS).allSatisfy(path -> assertThat(main.get(path).status()).isEqualTo(404));
        assertThat(main.get("/openapi").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_management_port_answers_nothing_else(String service) {
        var management = installation.client(service).management();
        assertThat(List.of("/openapi", "/q/openapi", "/api/organizations", "/api/documents", "/api/exercises"))
                .allSatisfy(path -> assertThat(management.get(path).status()).isEqualTo(404));
    }
}
