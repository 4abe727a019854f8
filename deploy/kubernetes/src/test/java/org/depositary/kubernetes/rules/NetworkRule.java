package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/**
 * The NetworkPolicies allow exactly the flows that the settings need. A flow is written {@code pod > peer:port}. The
 * addresses in the environment of a pod say which flows it needs.
 */
final class NetworkRule implements Rule {

    private static final Pattern ADDRESS = Pattern.compile("(?:^|//)([a-z][a-z0-9-]*:\\d+)");
    private static final String COLLECTOR = "app.kubernetes.io/name=opentelemetry-collector";
    private static final String DNS = "k8s-app=kube-dns:53";

    @Override
    public Stream<String> violations(Overlay overlay) {
        return Stream.of(
                        hosts(overlay),
                        overlay.workloads().flatMap(workload -> egress(overlay, workload)),
                        overlay.workloads().flatMap(workload -> ingress(overlay, workload)),
                        unless(
                                overlay.workloads().allMatch(workload -> isDenied(overlay, workload)),
                                "A pod is not covered by default-deny"))
                .flatMap(violations -> violations);
    }

    /** Every address in a setting belongs to a Service. */
    private static Stream<String> hosts(Overlay overlay) {
        var known = OperatorPods.addresses(overlay).keySet();
        return overlay.workloads().flatMap(workload -> addresses(overlay, workload).stream()
                .filter(address -> !known.contains(address))
                .map(address -> "%s: nothing answers at %s".formatted(workload, address)));
    }

    private static Set<String> addresses(Overlay overlay, Manifest workload) {
        return new Environment(overlay, workload)
                .variables().entrySet().stream()
                        // A migration uses only its databases, whatever the shared settings say.
                        .filter(variable -> workload.kind().equals("Deployment")
                                || variable.getKey().matches("QUARKUS_DATASOURCE_(CLIENTS_)?JDBC_URL"))
                        .flatMap(variable ->
                                ADDRESS.matcher(variable.getValue().asText()).results())
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
    }

    private static Stream<String> egress(Overlay overlay, Manifest workload) {
        var known = OperatorPods.addresses(overlay);
        Set<String> needed = new TreeSet<>(Set.of(DNS));
        addresses(overlay, workload).stream()
                .filter(known::containsKey)
                .forEach(address -> needed.add(known.get(address) + address.substring(address.indexOf(':'))));
        if (workload.kind().equals("Deployment") && workload.name().equals(CodeFacts.SENDER_OF_WEBHOOKS)) {
            CodeFacts.receiversOfWebhooks().forEach(range -> needed.add(range + ":any port"));
        }
        if (workload.kind().equals("Deployment")) {
            collector(overlay, workload).ifPresent(port -> needed.add(COLLECTOR + ":" + port));
        }
        return same(workload, "reaches", allowed(overlay, workload, "egress", "to"), needed);
    }

    /** The port of the collector of traces. It is not part of the overlay, so its host is not checked. */
    private static Optional<String> collector(Overlay overlay, Manifest workload) {
        return new Environment(overlay, workload)
                .value("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT")
                .map(address -> address.substring(address.lastIndexOf(':') + 1));
    }

    private static Stream<String> ingress(Overlay overlay, Manifest workload) {
        var own = "app.kubernetes.io/name=" + workload.name();
        Set<String> needed = new TreeSet<>();
        overlay.deployments()
                .filter(client -> addresses(overlay, client).stream()
                        .anyMatch(address ->
                                own.equals(OperatorPods.addresses(overlay).get(address))))
                .forEach(client -> needed.add("app.kubernetes.io/name=" + client.name() + ":" + http(workload)));
        if (workload.kind().equals("Deployment")) {
            if (overlay.ofKind("ServiceMonitor").findAny().isPresent()) {
                needed.add("app.kubernetes.io/name=prometheus:management");
            }
            if (isPublic(overlay, workload)) {
                needed.add("depositary.org/entrance=true:" + http(workload));
            }
        }
        return same(workload, "is reached by", allowed(overlay, workload, "ingress", "from"), needed);
    }

    private static Stream<String> same(Manifest workload, String verb, Set<String> allowed, Set<String> needed) {
        return unless(allowed.equals(needed), "%s %s %s, but needs %s", workload, verb, allowed, needed);
    }

    private static boolean isPublic(Overlay overlay, Manifest workload) {
        return overlay.ofKind("HTTPRoute")
                .flatMap(route -> route.json().findValues("backendRefs").stream())
                .flatMap(Manifest::elements)
                .anyMatch(backend -> backend.path("name").asText().equals(workload.name()));
    }

    private static int http(Manifest workload) {
        return workload.at("/spec/template/spec/containers/0/ports/0/containerPort")
                .asInt();
    }

    private static Set<String> allowed(Overlay overlay, Manifest workload, String direction, String peers) {
        return overlay.ofKind("NetworkPolicy")
                .filter(policy ->
                        SelectorRule.selects(policy.at("/spec/podSelector/matchLabels"), workload.podLabels()))
                .flatMap(policy -> policy.each("/spec/" + direction))
                .flatMap(rule ->
                        peers(rule.path(peers)).flatMap(peer -> ports(rule).map(port -> peer + ":" + port)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> peers(JsonNode peers) {
        return peers.isEmpty() ? Stream.of("anyone") : Manifest.elements(peers).map(NetworkRule::peer);
    }

    /** Identifies a peer: by the label of its pods without the component, by the label of its namespace, or by its addresses. */
    private static String peer(JsonNode peer) {
        if (peer.has("ipBlock")) {
            var block = peer.path("ipBlock");
            return CodeFacts.rangeWithout(
                    block.path("cidr").asText(),
                    Manifest.elements(block.path("except")).map(JsonNode::asText));
        }
        var selector = peer.has("podSelector") ? peer.path("podSelector") : peer.path("namespaceSelector");
        var labels = Manifest.strings(selector.path("matchLabels"));
        labels.remove("app.kubernetes.io/component");
        return labels.entrySet().stream()
                .map(Map.Entry::toString)
                .sorted()
                .collect(Collectors.joining(",", labels.isEmpty() ? "anyone" : "", ""));
    }

    private static Stream<String> ports(JsonNode rule) {
        return rule.path("ports").isEmpty()
                ? Stream.of("any port")
                : Manifest.elements(rule.path("ports"))
                        .map(port -> port.path("port").asText("any port"));
    }

    private static boolean isDenied(Overlay overlay, Manifest workload) {
        return overlay.find("NetworkPolicy", "default-deny")
                .filter(policy ->
                        SelectorRule.selects(policy.at("/spec/podSelector/matchLabels"), workload.podLabels()))
                .filter(policy -> policy.each("/spec/policyTypes")
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet())
                        .equals(Set.of("Ingress", "Egress")))
                .isPresent();
    }
}
