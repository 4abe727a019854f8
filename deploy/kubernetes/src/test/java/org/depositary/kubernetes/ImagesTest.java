package org.depositary.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.depositary.kubernetes.render.Overlay;
import org.depositary.kubernetes.render.ProjectFiles;
import org.junit.jupiter.api.Test;

/** The images fit the manifests that run them. */
class ImagesTest {

    private final String containerfile = ProjectFiles.read("deploy/images/Containerfile");

    @Test
    void an_image_runs_as_the_user_of_its_pod() {
        assertThat(Overlay.of("production").workloads()).isNotEmpty().allSatisfy(workload -> {
            var security = workload.podSpec().path("securityContext");
            assertThat(containerfile)
                    .contains("USER %s:%s".formatted(security.path("runAsUser"), security.path("runAsGroup")));
        });
    }

    @Test
    void an_image_starts_java_without_a_shell_and_leaves_the_heap_to_the_pod() {
        assertThat(containerfile)
                .contains("ENTRYPOINT [\"java\"", "-jar", "ExitOnOutOfMemoryError")
                .doesNotContain("-Xmx");
    }

    @Test
    void an_image_has_no_secret_and_downloads_nothing() {
        assertThat(containerfile)
                .doesNotContain("RUN ", "ADD ", "PASSWORD", "SECRET")
                .doesNotContainPattern("FROM .*:latest");
    }

    @Test
    void the_build_makes_every_image_that_the_overlays_use() {
        var build = ProjectFiles.read("deploy/images/build");
        assertThat(Overlay.of("production").deployments().map(deployment -> deployment.name()))
                .hasSize(4)
                .allSatisfy(service -> assertThat(build).contains(service));
    }
}
