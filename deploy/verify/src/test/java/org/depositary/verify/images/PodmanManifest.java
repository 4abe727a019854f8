package org.depositary.verify.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/**
 * Changes a rendered workload to what {@code podman play kube} (4.3) can run. Everything that differs from the rendered
 * manifest is here.
 *
 * @param overlay has the ConfigMaps of the workload
 * @param secrets the directory with the files of each Secret
 * @param hosts the address of each name that DNS would resolve
 */
record PodmanManifest(Overlay overlay, Path secrets, Map<String, String> hosts) {

    /** Distinguishes pods and Secrets of a test from others on this machine. */
    static final String PREFIX = "depositary-test-";

    /** One node has no topology. Podman has no service accounts and sets no variables for Services. */
    private static final List<String> LEFT_OUT_OF_POD = List.of(
            "topologySpreadConstraints", "serviceAccountName", "automountServiceAccountToken", "enableServiceLinks");

    /**
     * Podman would run probes with curl in the container. The test sends them, as the kubelet does. It would also publish the
     * ports on this machine.
     */
    private static final List<String> LEFT_OUT_OF_CONTAINER =
            List.of("startupProbe", "livenessProbe", "readinessProbe", "lifecycle", "ports");

    ObjectNode of(Manifest workload) {
        var pod = ((ObjectNode) workload.podSpec()).deepCopy();
        pod.remove(LEFT_OUT_OF_POD);
        for (var container : pod.withArray("containers")) {
            ((ObjectNode) container).remove(LEFT_OUT_OF_CONTAINER);
            setVariablesOfConfigMaps((ObjectNode) container);
            renameSecrets(container.path("env"));
        }
        renameEmptyDirectories(pod, workload.name());
        mountSecretsFromFiles(pod);
        var aliases = pod.putArray("hostAliases");
        hosts.forEach((host, address) ->
                aliases.addObject().put("ip", address).putArray("hostnames").add(host));
        return workload.kind().equals("Job") ? podOf(workload, pod) : deployment(workload, pod);
    }

    /** In podman 4.3 a variable of a ConfigMap would replace the container's own one. On Kubernetes it is the other way round. */
    private void setVariablesOfConfigMaps(ObjectNode container) {
        var variables = container.withArray("env");
        var own = Manifest.elements(variables)
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());
        Manifest.elements(container.path("envFrom"))
                .map(source -> source.at("/configMapRef/name").asText())
                .map(name -> overlay.find("ConfigMap", name).orElseThrow())
                .flatMap(settings -> settings.at("/data").properties().stream())
                .filter(setting -> !own.contains(setting.getKey()))
                .forEach(setting ->
                        variables.addObject().put("name", setting.getKey()).set("value", setting.getValue()));
        container.remove("envFrom");
    }

    private static void renameSecrets(Iterable<JsonNode> variables) {
        for (var variable : variables) {
            if (variable.at("/valueFrom/secretKeyRef") instanceof ObjectNode reference) {
                reference.put("name", PREFIX + reference.path("name").asText());
            }
        }
    }

    /** Podman makes a volume of this name, which pods would share. */
    private static void renameEmptyDirectories(ObjectNode pod, String workload) {
        for (var volume : pod.withArray("volumes")) {
            if (volume.path("emptyDir").isObject()) {
                var name = volume.path("name").asText();
                var own = PREFIX + workload + "-" + name;
                ((ObjectNode) volume).put("name", own);
                pod.findValues("volumeMounts").forEach(mounts -> Manifest.elements(mounts)
                        .filter(mount -> mount.path("name").asText().equals(name))
                        .forEach(mount -> ((ObjectNode) mount).put("name", own)));
            }
        }
    }

    /** Podman 4.3 has no volumes of Secrets. */
    private void mountSecretsFromFiles(ObjectNode pod) {
        for (var volume : pod.withArray("volumes")) {
            if (volume.path("secret").isObject()) {
                var name = volume.at("/secret/secretName").asText();
                ((ObjectNode) volume).remove("secret");
                ((ObjectNode) volume)
                        .putObject("hostPath")
                        .put("path", secrets.resolve(name).toString())
                        .put("type", "Directory");
            }
        }
    }

    private static ObjectNode deployment(Manifest workload, ObjectNode pod) {
        var deployment = workload.json().deepCopy();
        deployment.withObject("/metadata").put("name", PREFIX + workload.name());
        deployment.withObject("/spec/template").set("spec", pod);
        return deployment;
    }

    /** Podman 4.3 has no Jobs. */
    private static ObjectNode podOf(Manifest job, ObjectNode pod) {
        var alone = job.json().deepCopy();
        alone.removeAll();
        alone.put("apiVersion", "v1").put("kind", "Pod");
        alone.putObject("metadata")
                .put("name", PREFIX + job.name())
                .set("labels", job.at("/spec/template/metadata/labels"));
        alone.set("spec", pod);
        return alone;
    }
}
