package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An archived installation of an earlier version: its data, its answers and its imported files. {@code
 * archive/README.md} describes it.
 */
record InstallationArchive(Path directory) {

    private static final String DATA = "installation.tar.xz";
    private static final String EXPECTATIONS = "expectations.json";

    /** All archives in the repository, the oldest first. */
    static List<InstallationArchive> all() {
        try {
            var root = Path.of(Objects.requireNonNull(InstallationArchive.class.getResource("/archive"))
                    .toURI());
            try (var directories = Files.list(root)) {
                var archives = directories
                        .filter(Files::isDirectory)
                        .sorted()
                        .map(InstallationArchive::new)
                        .toList();
                assertThat(archives)
                        .as("archives in %s; its README.md says how to make one", root)
                        .isNotEmpty();
                return archives;
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void pack(Path data) {
        DataDirectoryArchive.write(data, directory.resolve(DATA));
    }

    void unpack(Path data) {
        DataDirectoryArchive.read(directory.resolve(DATA), data);
    }

    ArchivedAnswers expectations() {
        try {
            return GatewayAnswer.JSON.readValue(directory.resolve(EXPECTATIONS).toFile(), ArchivedAnswers.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(ArchivedAnswers expectations) {
        write(EXPECTATIONS, expectations.text());
    }

    /** The imported file of this set. */
    String file(String set) {
        try {
            return Files.readString(directory.resolve(set + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeFile(String set, String text) {
        write(set + ".csv", text);
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
