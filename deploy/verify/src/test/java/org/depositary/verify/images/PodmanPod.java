package org.depositary.verify.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A pod with one container.
 *
 * @param id of the pod
 * @param container id of its container
 * @param address its IPv4 address, which this machine reaches
 */
public record PodmanPod(String id, String container, String address) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The description of the container by {@code podman inspect}. */
    public JsonNode inspect() {
        try {
            return JSON.readTree(Podman.run("container", "inspect", container)).path(0);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the container has ended. Returns its exit code. */
    public int awaitEnd() {
        return Integer.parseInt(Podman.run("wait", container));
    }

    /**
     * Sends SIGTERM, and SIGKILL after the grace period. Returns the exit code: 137 after SIGKILL.
     *
     * @param grace the time for an orderly end
     */
    public int stop(Duration grace) {
        Podman.run("stop", "--time", Long.toString(grace.toSeconds()), container);
        return inspect().at("/State/ExitCode").asInt();
    }

    public String logs() {
        return Podman.run("logs", container);
    }

    /** A line of {@code /proc/PID/status} of the container's first process, such as {@code Uid}. */
    public String processStatus(String name) {
        try (var lines = Files.lines(proc().resolve("status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mount points that the container can write to, as the kernel lists them. */
    public Stream<String> writableMounts() {
        try {
            return Files.readAllLines(proc().resolve("mountinfo")).stream()
                    .map(line -> line.split(" "))
                    .filter(fields -> fields[5].startsWith("rw"))
                    .map(fields -> fields[4]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The anonymous memory of all processes in the container, in bytes: what the kernel cannot reclaim without swap. */
    public long memory() {
        return ContainerMemory.of(pid()).used();
    }

    /** The limit that the kernel enforces, in bytes. */
    public long memoryLimit() {
        return ContainerMemory.of(pid()).limit();
    }

    private Path proc() {
        return Path.of("/proc", Long.toString(pid()));
    }

    private long pid() {
        return inspect().at("/State/Pid").asLong();
    }

    void remove() {
        Podman.run("pod", "rm", "--force", "--ignore", id);
    }
}
