package org.depositary.verify.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** A podman network with the pods of one overlay. This machine is its gateway, and stands for all other pods. */
final class PodmanCluster implements AutoCloseable {

    private static final String NETWORK = PodmanManifest.PREFIX + "network";
    private static final String KEEPER = PodmanManifest.PREFIX + "keeper";
    /** The first pods of a network get low addresses. */
    private static final int FIRST_HOST = 101;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Overlay overlay;
    private final Path secrets;
    private final String machine;
    private final Map<String, String> hosts = new TreeMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, PodmanPod> pods = new LinkedHashMap<>();

    private PodmanCluster(Overlay overlay, Path secrets, String machine) {
        this.overlay = overlay;
        this.secrets = secrets;
        this.machine = machine;
        overlay.workloads().forEach(workload -> addresses.put(workload.name(), nextAddress()));
        overlay.deployments().forEach(service -> hosts.put(service.name(), addresses.get(service.name())));
    }

    private String nextAddress() {
        return machine.substring(0, machine.lastIndexOf('.') + 1) + (FIRST_HOST + addresses.size());
    }

    /** @param secrets a directory for the files of Secrets */
    static PodmanCluster create(Overlay overlay, Path secrets) {
        removeLeftovers(overlay);
        // Pods get the names of others from hostAliases.
        Podman.run("network", "create", "--disable-dns", NETWORK);
        // The network exists only while it has a pod.
        Podman.run("pod", "create", "--name", KEEPER, "--network", NETWORK);
        Podman.run("pod", "start", KEEPER);
        var format = "{{range .Subnets}}{{.Gateway}}{{end}}";
        return new PodmanCluster(overlay, secrets, Podman.run("network", "inspect", "--format", format, NETWORK));
    }

    private static void removeLeftovers(Overlay overlay) {
        overlay.workloads()
                .map(workload -> PodmanManifest.PREFIX + workload.name())
                .forEach(name -> {
                    Podman.exitCode("pod", "rm", "--force", "--ignore", name);
                    Podman.exitCode("pod", "rm", "--force", "--ignore", name + "-pod");
                    Podman.exitCode("pod", "rm", "--force", "--ignore", name + "-pod-0");
                });
        Podman.exitCode("pod", "rm", "--force", "--ignore", KEEPER);
        Podman.exitCode("network", "rm", "--force", NETWORK);
        removeEach("volume");
        removeEach("secret");
    }

    /** Podman keeps the volumes of temporary directories, and Secrets. */
    private static void removeEach(String kind) {
        Podman.run(kind, "ls", "--format", "{{.Name}}")
                .lines()
                .filter(name -> name.startsWith(PodmanManifest.PREFIX))
                .forEach(name -> Podman.exitCode(kind, "rm", name));
    }

    /** The address of this machine in the network. */
    InetAddress machine() {
        try {
            return InetAddress.getByName(machine);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets pods resolve this name to this machine. */
    void serveOnMachine(String host) {
        hosts.put(host, machine);
    }

    /** Creates or replaces a Secret. Podman 4.3 wants its values in base64, without the frame of a manifest. */
    void createSecret(String name, Map<String, byte[]> content) {
        var files = secrets.resolve(name);
        var secret = JSON.createObjectNode();
        try {
            Files.createDirectories(files);
            for (var entry : content.entrySet()) {
                Files.write(files.resolve(entry.getKey()), entry.getValue());
                secret.put(entry.getKey(), Base64.getEncoder().encodeToString(entry.getValue()));
            }
            Podman.exitCode("secret", "rm", PodmanManifest.PREFIX + name);
            Podman.runWith(secret.toString(), "secret", "create", PodmanManifest.PREFIX + name, "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a pod of this workload, in the place of an earlier one. */
    PodmanPod start(Manifest workload) {
        var earlier = pods.remove(workload.name());
        if (earlier != null) {
            earlier.remove();
        }
        var address = addresses.get(workload.name());
        var output = Podman.runWith(yaml(workload), "play", "kube", "--network", NETWORK, "--ip", address, "-");
        var ids = output.lines().filter(line -> line.matches("[0-9a-f]{64}")).toList();
        if (ids.size() != 2) {
            throw new AssertionError("Expected one pod with one container: " + output);
        }
        var pod = new PodmanPod(ids.get(0), ids.get(1), address);
        pods.put(workload.name(), pod);
        return pod;
    }

    private String yaml(Manifest workload) {
        return write(new PodmanManifest(overlay, secrets, hosts).of(workload));
    }

    private static String write(Object json) {
        try {
            return YAML.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        removeLeftovers(overlay);
    }
}
