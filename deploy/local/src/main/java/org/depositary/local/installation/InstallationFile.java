package org.depositary.local.installation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Reads and writes the file {@code run/installation.json}. Other commands use it to find a running installation. */
public record InstallationFile(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * The content of the file.
     *
     * @param launcher the process id of the launcher
     * @param url the URL of the gateway, without a slash at the end
     * @param ready whether the start is complete; a later failure of a process does not change it
     * @param processes the running processes
     */
    public record Running(long launcher, String url, boolean ready, List<Child> processes) {}

    /** A process and its loopback port. */
    public record Child(String name, long pid, int port) {}

    public Optional<Running> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Running.class));
        } catch (IOException noneOrUnreadable) {
            return Optional.empty();
        }
    }

    /** Replaces the file atomically, so that a reader never sees half of it. */
    public void write(Running running) {
        try {
            var unfinished = file.resolveSibling("installation.json.unfinished");
            Files.writeString(unfinished, JSON.writeValueAsString(running));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
