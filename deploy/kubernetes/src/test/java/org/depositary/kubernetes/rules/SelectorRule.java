package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** Selectors of Services, budgets, Deployments and NetworkPolicies match the pods that they are for. */
final class SelectorRule implements Rule {

    @Override
    public Stream<String> violations(Overlay overlay) {
        return Stream.of(
                        overlay.ofKind("Service").flatMap(service -> one(overlay, service, "/spec/selector")),
                        overlay.ofKind("PodDisruptionBudget")
                                .flatMap(budget -> one(overlay, budget, "/spec/selector/matchLabels")),
                        overlay.deployments()
                                .flatMap(deployment -> one(overlay, deployment, "/spec/selector/matchLabels")),
                        overlay.deployments().flatMap(SelectorRule::spread),
                        overlay.ofKind("Service").flatMap(service -> ports(overlay, service)),
                        overlay.ofKind("NetworkPolicy").flatMap(policy -> any(overlay, policy)),
                        monitors(overlay))
                .flatMap(violations -> violations);
    }

    private static Stream<String> one(Overlay overlay, Manifest manifest, String pointer) {
        var matched = matched(overlay, manifest.at(pointer)).map(Manifest::name).toList();
        return unless(matched.equals(List.of(manifest.name())), "%s selects %s, not its workload", manifest, matched);
    }

    private static Stream<String> spread(Manifest deployment) {
        var constraints =
                deployment.each("/spec/template/spec/topologySpreadConstraints").toList();
        boolean ownPods = constraints.stream()
                .map(constraint -> constraint.at("/labelSelector/matchLabels"))
                .allMatch(selector -> selects(selector, deployment.podLabels()));
        return unless(constraints.size() >= 2 && ownPods, "%s does not spread its pods", deployment);
    }

    /** Every port of a Service exists in the container, with the same number, and the reverse. */
    private static Stream<String> ports(Overlay overlay, Manifest service) {
        var offered = service.each("/spec/ports")
                .map(port -> port.path("targetPort").asText() + " "
                        + port.path("port").asInt())
                .collect(Collectors.toSet());
        var existing = matched(overlay, service.at("/spec/selector"))
                .flatMap(Manifest::containers)
                .flatMap(container -> Manifest.elements(container.path("ports")))
                .map(port -> port.path("name").asText() + " "
                        + port.path("containerPort").asInt())
                .collect(Collectors.toSet());
        return unless(offered.equals(existing), "%s offers %s, its pods have %s", service, offered, existing);
    }

    private static Stream<String> any(Overlay overlay, Manifest policy) {
        var selectors = new HashSet<JsonNode>();
        selectors.add(policy.at("/spec/podSelector/matchLabels"));
        return selectors.stream()
                .filter(selector -> podsOfAll(overlay).noneMatch(labels -> selects(selector, labels)))
                .map(selector -> "%s selects no pod: %s".formatted(policy, selector));
    }

    private static Stream<String> monitors(Overlay overlay) {
        return overlay.ofKind("ServiceMonitor").flatMap(monitor -> {
            Set<String> selected = overlay.ofKind("Service")
                    .filter(service -> selects(
                            monitor.at("/spec/selector/matchLabels"), Manifest.strings(service.at("/metadata/labels"))))
                    .map(Manifest::name)
                    .collect(Collectors.toSet());
            Set<String> all = overlay.ofKind("Service").map(Manifest::name).collect(Collectors.toSet());
            boolean onManagement = monitor.each("/spec/endpoints")
                    .allMatch(endpoint -> endpoint.path("port").asText().equals("management")
                            && endpoint.path("path").asText().equals("/q/metrics"));
            return unless(selected.equals(all) && onManagement, "%s does not scrape every service", monitor);
        });
    }

    private static Stream<Manifest> matched(Overlay overlay, JsonNode selector) {
        return overlay.workloads().filter(workload -> selects(selector, workload.podLabels()));
    }

    private static Stream<Map<String, String>> podsOfAll(Overlay overlay) {
        return Stream.concat(overlay.workloads().map(Manifest::podLabels), OperatorPods.labels(overlay));
    }

    static boolean selects(JsonNode selector, Map<String, String> labels) {
        var wanted = Manifest.strings(selector);
        return !wanted.isEmpty() && labels.entrySet().containsAll(wanted.entrySet());
    }
}
