package org.depositary.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The log files of a run, one a program, begun when the program first writes. */
final class LogFiles {

    private static final long LIMIT = 16L << 20;

    private final Path directory;
    private final Map<String, LogFile> files = new ConcurrentHashMap<>();

    LogFiles(Path directory) {
        this.directory = directory;
    }

    LogFile of(String name) {
        return files.computeIfAbsent(name, this::begin);
    }

    private LogFile begin(String name) {
        try {
            return new LogFile(directory, name, LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
