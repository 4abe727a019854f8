package org.depositary.documents.extraction.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The temporary directory of one extraction worker: the document that it reads, and what its libraries write. */
public record WorkerDirectory(Path path) {

    private static final String PREFIX = "depositary-extraction-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

    public static WorkerDirectory create() {
        try {
            return new WorkerDirectory(
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Deletes the directories that killed processes of this service have left. Call it before the first
     * {@link #create()}: in a container every start has the same process id, so a directory with the id of this process
     * is an old one.
     */
    public static void deleteStale() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            all.filter(WorkerDirectory::isStale).forEach(path -> new WorkerDirectory(path).delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isStale(Path path) {
        var name = NAME.matcher(path.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .filter(owner -> owner.pid() != ProcessHandle.current().pid())
                        .isEmpty();
    }

    public boolean exists() {
        return Files.isDirectory(path);
    }

    public Path document() {
        return path.resolve("document");
    }

    /** Deletes everything in the directory. */
    public void clear() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> content = all.filter(file -> !file.equals(path))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : content) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void delete() {
        try {
            clear();
            Files.deleteIfExists(path);
        } catch (IOException | UncheckedIOException leftBehind) {
            // Another start deletes it. A directory of another user cannot be deleted and is ignored.
        }
    }
}
