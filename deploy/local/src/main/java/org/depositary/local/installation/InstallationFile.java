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

/** The note that a running installation leaves for the other commands: {@code run/installation.json}. */
public record InstallationFile(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * @param launcher its process id
     * @param url the gateway's, without a slash at the end
     * @param ready whether it has come up; a process that fails later does not change it
     * @param processes those that run now
     */
    public record Running(long launcher, String url, boolean ready, List<Child> processes) {}

    /** A process and the loopback port that it serves. */
    public record Child(String name, long pid, int port) {}

    public Optional<Running> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Running.class));
        } catch (IOException noneOrUnreadable) {
            return Optional.empty();
        }
    }

    /** Replaces it as a whole: a reader sees the old or the new one. */
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
