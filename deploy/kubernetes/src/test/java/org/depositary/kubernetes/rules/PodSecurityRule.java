package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** Pods satisfy the Pod Security Standard "restricted", write only to volumes, and have no token of Kubernetes. */
final class PodSecurityRule implements Rule {

    private static final List<String> OF_THE_HOST =
            List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace", "hostUsers");

    @Override
    public Stream<String> violations(Overlay overlay) {
        return overlay.workloads()
                .flatMap(workload -> Stream.concat(
                        pod(workload), workload.containers().flatMap(container -> container(workload, container))));
    }

    private static Stream<String> pod(Manifest workload) {
        var pod = workload.podSpec();
        var security = pod.path("securityContext");
        return Stream.of(
                        unless(security.path("runAsNonRoot").asBoolean(), "%s may run as root", workload),
                        unless(security.path("runAsUser").asInt() > 0, "%s runs as root", workload),
                        unless(
                                security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                                "%s has no seccomp profile",
                                workload),
                        unless(isFalse(pod, "automountServiceAccountToken"), "%s has a token of Kubernetes", workload),
                        unless(isFalse(pod, "enableServiceLinks"), "%s gets variables of Services", workload),
                        unless(OF_THE_HOST.stream().noneMatch(pod::has), "%s uses namespaces of the host", workload),
                        Manifest.elements(pod.path("volumes"))
                                .filter(volume -> volume.has("hostPath"))
                                .map(volume -> workload + " mounts a directory of the host"))
                .flatMap(violations -> violations);
    }

    private static Stream<String> container(Manifest workload, JsonNode container) {
        var security = container.path("securityContext");
        return Stream.of(
                        unless(
                                isFalse(security, "allowPrivilegeEscalation"),
                                "%s allows privilege escalation",
                                workload),
                        unless(
                                security.path("readOnlyRootFilesystem").asBoolean(),
                                "%s can write to its root file system",
                                workload),
                        unless(dropped(security).equals(Set.of("ALL")), "%s keeps capabilities", workload),
                        unless(!security.at("/capabilities").has("add"), "%s adds capabilities", workload),
                        unless(!security.path("privileged").asBoolean(), "%s is privileged", workload),
                        unless(
                                !security.has("runAsUser") && !security.has("runAsNonRoot"),
                                "%s overrides the user of its pod",
                                workload))
                .flatMap(violations -> violations);
    }

    private static Set<String> dropped(JsonNode security) {
        return Manifest.elements(security.at("/capabilities/drop"))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static boolean isFalse(JsonNode object, String field) {
        return object.path(field).isBoolean() && !object.path(field).asBoolean();
    }
}
