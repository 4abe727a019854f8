package org.depositary.kubernetes.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The files of this project. */
public final class ProjectFiles {

    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Map<String, String> SOURCES = new ConcurrentHashMap<>();

    private ProjectFiles() {}

    /** @param path from the root of the project */
    public static String read(String path) {
        return read(ROOT.resolve(path));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All main sources of a module, as one text. */
    public static String mainSources(String module) {
        return SOURCES.computeIfAbsent(module, name -> list(name + "/src/main/java", ".java").stream()
                .map(ProjectFiles::read)
                .collect(Collectors.joining("\n")));
    }

    /** The files below a directory whose names have the ending, sorted by name. */
    public static List<Path> list(String directory, String ending) {
        try (var files = Files.walk(ROOT.resolve(directory))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
