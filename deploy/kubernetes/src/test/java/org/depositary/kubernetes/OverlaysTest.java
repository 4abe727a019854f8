package org.depositary.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.depositary.kubernetes.render.Overlay;
import org.depositary.kubernetes.rules.AllRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every overlay renders and satisfies all rules. */
class OverlaysTest {

    static final List<String> OVERLAYS = Overlay.NAMES;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void an_overlay_satisfies_all_rules(String name) {
        var overlay = Overlay.of(name);
        assertThat(overlay.deployments()).as("services of %s", name).hasSize(4);
        assertThat(overlay.ofKind("Job")).as("migrations of %s", name).hasSize(4);
        assertThat(AllRules.violations(overlay)).as("overlay %s", name).isEmpty();
    }
}
