package org.depositary.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The log files of a run, one per program, created at the program's first output. */
public final class LogFiles {

    private static final long LIMIT = 16L << 20;

    private final Path directory;
    private final Map<String, RotatingLogFile> files = new ConcurrentHashMap<>();

    public LogFiles(Path directory) {
        this.directory = directory;
    }

    RotatingLogFile of(String name) {
        return files.computeIfAbsent(name, this::begin);
    }

    private RotatingLogFile begin(String name) {
        try {
            return new RotatingLogFile(directory, name, LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
