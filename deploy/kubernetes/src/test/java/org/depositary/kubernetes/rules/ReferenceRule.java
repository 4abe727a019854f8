package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** Secrets, ConfigMaps, ServiceAccounts, volumes and backups that a manifest names exist. No secret is in the tree. */
final class ReferenceRule implements Rule {

    private static final Pattern SECRET_NAME = Pattern.compile("PASSWORD|SECRET|TOKEN_KEY|CREDENTIAL|PRIVATE");
    private static final Pattern SECRET_VALUE =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY|://[^/@ ]+:[^/@ ]+@|[?&]password=");

    @Override
    public Stream<String> violations(Overlay overlay) {
        var secrets = OperatorPods.secrets(overlay);
        return Stream.of(
                        overlay.workloads().flatMap(workload -> ofWorkload(overlay, workload)),
                        overlay.manifests().stream().flatMap(manifest -> secretNames(manifest, secrets)),
                        overlay.manifests().stream().flatMap(ReferenceRule::noSecret),
                        overlay.workloads().flatMap(workload -> noPassword(overlay, workload)),
                        scheduledBackups(overlay),
                        archives(overlay))
                .flatMap(violations -> violations);
    }

    private static Stream<String> ofWorkload(Overlay overlay, Manifest workload) {
        var pod = workload.podSpec();
        var account = pod.path("serviceAccountName").asText();
        var volumes = Manifest.elements(pod.path("volumes"))
                .map(volume -> volume.path("name").asText())
                .collect(Collectors.toSet());
        var mounted = workload.containers()
                .flatMap(container -> Manifest.elements(container.path("volumeMounts")))
                .map(mount -> mount.path("name").asText())
                .collect(Collectors.toSet());
        var maps = workload.containers()
                .flatMap(container -> Manifest.elements(container.path("envFrom")))
                .map(source -> source.at("/configMapRef/name").asText())
                .filter(name -> overlay.find("ConfigMap", name).isEmpty())
                .map(name -> "%s: there is no ConfigMap %s".formatted(workload, name));
        return Stream.of(
                        unless(
                                overlay.find("ServiceAccount", account).isPresent(),
                                "%s: there is no ServiceAccount %s",
                                workload,
                                account),
                        unless(mounted.equals(volumes), "%s mounts %s of %s", workload, mounted, volumes),
                        maps)
                .flatMap(violations -> violations);
    }

    private static Stream<String> secretNames(Manifest manifest, Set<String> existing) {
        var names = new ArrayList<String>();
        manifest.json()
                .findValues("secretKeyRef")
                .forEach(ref -> names.add(ref.path("name").asText()));
        if (manifest.isWorkload()) {
            manifest.json().findValues("secretName").forEach(name -> names.add(name.asText()));
        }
        for (var field : List.of("usernameSecret", "passwordSecret", "accessKeyId", "secretAccessKey")) {
            manifest.json()
                    .findValues(field)
                    .forEach(ref -> names.add(ref.path("name").asText()));
        }
        manifest.each("/spec/listeners")
                .flatMap(listener -> Manifest.elements(listener.at("/tls/certificateRefs")))
                .forEach(ref -> names.add(ref.path("name").asText()));
        return names.stream().filter(name -> !existing.contains(name)).map(name -> "%s: nothing creates the Secret %s"
                .formatted(manifest, name));
    }

    private static Stream<String> noSecret(Manifest manifest) {
        return Stream.concat(
                unless(!manifest.kind().equals("Secret"), "%s is in the tree", manifest),
                unless(!SECRET_VALUE.matcher(manifest.json().toString()).find(), "%s contains a secret", manifest));
    }

    private static Stream<String> noPassword(Overlay overlay, Manifest workload) {
        return new Environment(overlay, workload)
                .variables().entrySet().stream()
                        .filter(variable ->
                                SECRET_NAME.matcher(variable.getKey()).find())
                        .filter(variable -> !variable.getValue().has("secretKeyRef"))
                        .map(variable -> "%s: %s is written in plain text".formatted(workload, variable.getKey()));
    }

    private static Stream<String> scheduledBackups(Overlay overlay) {
        return overlay.ofKind("ScheduledBackup").flatMap(backup -> {
            var cluster =
                    overlay.find("Cluster", backup.at("/spec/cluster/name").asText());
            boolean archived = cluster.stream()
                    .flatMap(database -> database.each("/spec/plugins"))
                    .anyMatch(plugin -> plugin.path("isWALArchiver").asBoolean());
            return unless(archived, "%s: its cluster does not archive", backup);
        });
    }

    /** An archive belongs to an object store that exists, and has a schedule of base backups. */
    private static Stream<String> archives(Overlay overlay) {
        return overlay.databases().flatMap(database -> database.each("/spec/plugins")
                .map(plugin -> plugin.at("/parameters/barmanObjectName"))
                .map(JsonNode::asText)
                .flatMap(store -> Stream.concat(
                        unless(
                                overlay.find("ObjectStore", store).isPresent(),
                                "%s: there is no ObjectStore %s",
                                database,
                                store),
                        unless(
                                overlay.ofKind("ScheduledBackup").anyMatch(backup -> backup.at("/spec/cluster/name")
                                        .asText()
                                        .equals(database.name())),
                                "%s has no base backups",
                                database))));
    }
}
