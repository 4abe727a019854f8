package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.depositary.documents.extraction.samples.SamplePdf;
import org.depositary.documents.extraction.samples.SampleText;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;
import org.depositary.verify.images.ImageBuild;
import org.depositary.verify.images.ImageComponents;
import org.depositary.verify.images.PodmanPod;
import org.depositary.verify.images.PodsInstallation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The images, built here, run as pods on the rendered manifests of the overlay dev: migrations first, then the four
 * services. The order of the tests is the life of an installation.
 */
@Tag("drill")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImagesOnPodmanTest {

    private static final String ORGANIZATION = "/api/organizations/podman-test";
    private static final String MEMBERSHIP = TestInstallation.MEMBERSHIP_SERVICE;

    private final Overlay overlay = Overlay.of("dev");
    private final Map<String, PodmanPod> services = new LinkedHashMap<>();
    private KeycloakServer keycloak;
    private PodsInstallation pods;

    @BeforeAll
    void buildImagesAndStartServers() {
        ImageBuild.run();
        int keycloakPort = TestInstallation.freePort();
        keycloak = KeycloakServer.start(keycloakPort, URI.create("http://localhost"), keycloakOptions());
        pods = PodsInstallation.create(
                overlay, TestInstallation.emptied("pods"), TestInstallation.freePort(), keycloakPort);
        keycloak.awaitReady();
    }

    /** The host names in the manifest, as Keycloak's operator passes them on. */
    private String[] keycloakOptions() {
        var hostname = overlay.find("Keycloak", "keycloak").orElseThrow().at("/spec/hostname");
        return new String[] {
            "--hostname=" + hostname.path("hostname").asText(),
            "--hostname-backchannel-dynamic="
                    + hostname.path("backchannelDynamic").asText()
        };
    }

    @AfterAll
    void stop() {
        if (pods != null) {
            pods.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
        ImageBuild.remove();
    }

    @Test
    @Order(1)
    void each_image_lists_all_its_libraries() {
        assertThat(overlay.deployments()).hasSize(4).allSatisfy(service -> {
            var components = ImageComponents.of(container(service).path("image").asText());
            assertThat(components.jars()).hasSizeGreaterThan(100);
            assertThat(components.listed()).containsAll(components.jars());
        });
    }

    @Test
    @Order(2)
    void each_migration_ends_with_0() {
        var jobs = overlay.ofKind("Job").map(pods::startJob).toList();
        assertThat(jobs)
                .hasSize(4)
                .allSatisfy(job -> assertThat(job.awaitEnd()).as(job.logs()).isZero());
    }

    @Test
    @Order(3)
    void each_service_answers_its_probes_on_the_management_port_only() {
        overlay.deployments().forEach(service -> services.put(service.name(), pods.startService(service.name())));
        assertThat(services).hasSize(4);
        services.keySet().forEach(this::awaitReady);
        overlay.deployments().forEach(service -> {
            for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                var path = container(service).at("/" + probe + "/httpGet/path").asText();
                client(service.name()).management().get(path).expect(200);
                assertThat(client(service.name()).get(path).status()).isNotEqualTo(200);
            }
        });
    }

    @Test
    @Order(4)
    void a_container_is_confined_as_its_manifest_says() {
        overlay.deployments().forEach(service -> {
            var pod = services.get(service.name());
            var user = service.podSpec().at("/securityContext/runAsUser").asText();
            assertThat(pod.processStatus("Uid").split("\\s+")).containsOnly(user);
            assertThat(pod.processStatus("CapEff")).matches("0+");
            assertThat(pod.processStatus("CapBnd")).matches("0+");
            assertThat(pod.processStatus("NoNewPrivs")).isEqualTo("1");
            // 2: a filter of system calls.
            assertThat(pod.processStatus("Seccomp")).isEqualTo("2");
            assertThat(pod.writableMounts()).contains("/tmp").doesNotContain("/");
            assertThat(pod.memoryLimit()).isEqualTo(memoryLimit(service));
        });
    }

    @Test
    @Order(5)
    void the_main_job_works_through_the_gateway() {
        var gateway = client(TestInstallation.GATEWAY);
        gateway.put(ORGANIZATION, CommandBodies.organization("Podman test")).expect(401);
        var changes =
                new ChangeFeedClient(gateway).stream("organization=podman-test&" + ChangeFeedClient.FROM_THE_START);
        try (var stream = EventSourceClient.to(changes)) {
            curator()
                    .put(ORGANIZATION, CommandBodies.organization("Podman test"))
                    .expect(201);
            accede("KZ", "2001-06-15");
            await("the member is read").until(() -> membersOn("2005-07-05").contains("KZ"));
            assertThat(membersOn("2000-01-01")).isEmpty();
            await("the change arrives on the stream").until(() -> stream.events().stream()
                    .anyMatch(event -> event.data().contains("membership-changed")));
        }
    }

    @Test
    @Order(6)
    void the_text_of_a_document_is_extracted_by_a_worker_in_the_pod() {
        var treaty = SampleText.treaty(1, 3);
        var contributor = client(TestInstallation.GATEWAY).with(keycloak.token("contributor"));
        var location = contributor
                .send(
                        "POST",
                        "/api/documents?filename=council.pdf",
                        BodyPublishers.ofByteArray(SamplePdf.of(treaty, SamplePdf.Style.GAPS)),
                        "Content-Type",
                        "application/pdf")
                .expect(202)
                .header("Location");
        var read = await("the text is there")
                .until(() -> contributor.get(location + "/text"), answer -> answer.status() == 200);
        assertThat(read.text()).contains(treaty.texts().getFirst());
    }

    @Test
    @Order(7)
    void connections_to_postgresql_are_encrypted() {
        for (var owner : List.of("membership", "documents", "exercises", "gateway", "clients")) {
            assertThat(pods.connections(owner).all()).as(owner).isPositive();
            assertThat(pods.connections(owner).plain()).as(owner).isZero();
        }
    }

    @Test
    @Order(8)
    void without_kafka_each_pod_stays_live_and_commands_are_accepted() {
        pods.cutKafka();
        accede("UZ", "2001-06-15");
        // Longer than a kubelet accepts from a failing liveness probe.
        await("the relay fails for a minute").until(() -> relayFailsFor(60));
        services.keySet()
                .forEach(service ->
                        client(service).management().get("/q/health/live").expect(200));
        assertThat(membersOn("2005-07-05")).doesNotContain("UZ");
        pods.restoreKafka();
        await("the event arrives after Kafka is back")
                .until(() -> membersOn("2005-07-05").contains("UZ"));
    }

    @Test
    @Order(9)
    void a_pod_that_replaces_another_takes_up_a_changed_password() {
        pods.changeDatabasePassword("membership-db", "the-changed-password");
        await("the old pod is not ready").until(() -> !client(MEMBERSHIP).isReady());
        client(MEMBERSHIP).management().get("/q/health/live").expect(200);
        // Reloader does this when a Secret changes.
        services.put(MEMBERSHIP, pods.startService(MEMBERSHIP));
        awaitReady(MEMBERSHIP);
        accede("RU", "2001-06-15");
    }

    @Test
    @Order(10)
    void each_container_ends_in_order_within_its_grace_period_and_was_never_out_of_memory() {
        overlay.deployments().forEach(service -> {
            var pod = services.get(service.name());
            System.out.printf("%s: %d MiB of %d MiB%n", service.name(), pod.memory() >> 20, memoryLimit(service) >> 20);
            assertThat(pod.memory()).isLessThan(memoryLimit(service));
            var grace = Duration.ofSeconds(
                    service.podSpec().path("terminationGracePeriodSeconds").asLong());
            // 143: ended by SIGTERM. 137 would be SIGKILL.
            assertThat(pod.stop(grace)).as(pod.logs()).isIn(0, 143);
            assertThat(pod.logs()).contains(service.name() + " stopped in");
            assertThat(pod.inspect().at("/State/OOMKilled").asBoolean()).isFalse();
            assertThat(pod.inspect().path("RestartCount").asInt()).isZero();
        });
    }

    private boolean relayFailsFor(int seconds) {
        var health = client(MEMBERSHIP).management().get("/q/health/ready").body();
        return Manifest.elements(health.path("checks"))
                .filter(check -> check.path("name").asText().equals("relay"))
                .anyMatch(check -> check.at("/data/failing seconds").asInt() >= seconds);
    }

    private void accede(String party, String day) {
        var location = curator()
                .post(ORGANIZATION + "/membership-changes", CommandBodies.change(party, "accession", day))
                .expect(201)
                .header("Location");
        assertThat(location).startsWith("/api/membership-changes/");
    }

    private List<String> membersOn(String day) {
        return client(TestInstallation.GATEWAY).get(ORGANIZATION + "/members?on=" + day).items().stream()
                .map(member -> member.path("party").asText())
                .toList();
    }

    private OriginClient curator() {
        return client(TestInstallation.GATEWAY).with(keycloak.token("curator"));
    }

    private OriginClient client(String service) {
        var manifest = overlay.find("Deployment", service).orElseThrow();
        return OriginClient.of(PodsInstallation.url(services.get(service), manifest));
    }

    private void awaitReady(String service) {
        await(service + " is ready").atMost(LIMIT.multipliedBy(2)).until(() -> client(service)
                .isReady());
    }

    private static JsonNode container(Manifest workload) {
        return workload.containers().findFirst().orElseThrow();
    }

    /** The limit in the manifest, in bytes. */
    private static long memoryLimit(Manifest service) {
        var limit = container(service).at("/resources/limits/memory").asText();
        assertThat(limit).endsWith("Mi");
        return Long.parseLong(limit.substring(0, limit.length() - 2)) << 20;
    }
}
