package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** Pods are probed on their management port, get time to end, and are replaced one by one after the new one is ready. */
final class PodLifecycleRule implements Rule {

    private static final Map<String, String> PROBES = Map.of(
            "startupProbe", "/q/health/started",
            "livenessProbe", "/q/health/live",
            "readinessProbe", "/q/health/ready");

    /** From the HTTP port of a service to its management port. */
    private static final int TO_MANAGEMENT = 1000;

    /** Time in which Kafka's clients and the connections to the database close, after the last request. */
    private static final int LAST_SECONDS = 10;

    @Override
    public Stream<String> violations(Overlay overlay) {
        return overlay.deployments()
                .flatMap(deployment -> Stream.concat(
                        replacement(overlay, deployment),
                        deployment.containers().flatMap(container -> container(deployment, container))));
    }

    private static Stream<String> container(Manifest deployment, JsonNode container) {
        int http = port(container, "http");
        int management = port(container, "management");
        return Stream.concat(
                PROBES.entrySet().stream().flatMap(probe -> {
                    var get = container.path(probe.getKey()).path("httpGet");
                    return unless(
                            get.path("path").asText().equals(probe.getValue())
                                    && get.path("port").asText().equals("management"),
                            "%s: its %s does not ask %s on the management port",
                            deployment,
                            probe.getKey(),
                            probe.getValue());
                }),
                unless(
                        http > 0 && management == http + TO_MANAGEMENT,
                        "%s: the management port is not the HTTP port + 1000",
                        deployment));
    }

    private static int port(JsonNode container, String name) {
        return Manifest.elements(container.path("ports"))
                .filter(port -> port.path("name").asText().equals(name))
                .mapToInt(port -> port.path("containerPort").asInt())
                .findFirst()
                .orElse(-1);
    }

    private static Stream<String> replacement(Overlay overlay, Manifest deployment) {
        var unavailable = deployment.at("/spec/strategy/rollingUpdate/maxUnavailable");
        long grace = deployment.podSpec().path("terminationGracePeriodSeconds").asLong();
        long preStop = deployment
                .containers()
                .mapToLong(container ->
                        container.at("/lifecycle/preStop/sleep/seconds").asLong())
                .max()
                .orElse(0);
        long delay = seconds(overlay, deployment, "QUARKUS_SHUTDOWN_DELAY");
        long requests = seconds(overlay, deployment, "QUARKUS_SHUTDOWN_TIMEOUT");
        return Stream.of(
                        unless(
                                unavailable.isInt() && unavailable.asInt() == 0,
                                "%s: a pod may end before its successor is ready",
                                deployment),
                        unless(preStop >= 5, "%s: a pod that ends still gets requests", deployment),
                        unless(
                                grace >= preStop + delay + requests + LAST_SECONDS,
                                "%s: %s s are too short to finish its requests",
                                deployment,
                                grace))
                .flatMap(violations -> violations);
    }

    /** A missing setting counts as too long for any pod. */
    private static long seconds(Overlay overlay, Manifest deployment, String setting) {
        return new Environment(overlay, deployment)
                .value(setting)
                .map(seconds -> Duration.parse("PT" + seconds).toSeconds())
                .orElse(Long.MAX_VALUE / 4);
    }
}
