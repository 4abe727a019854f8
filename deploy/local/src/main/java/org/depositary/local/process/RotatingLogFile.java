package org.depositary.local.process;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes the log of one program to a limited number of files of limited size: {@code name.log}, then {@code
 * name.1.log} and so on, the oldest last.
 */
final class RotatingLogFile implements AutoCloseable {

    private static final int MAX_AGE = 3;

    private final Path directory;
    private final String name;
    private final long limit;
    private Writer writer;
    private long written;

    /**
     * Starts a new file.
     *
     * @param limit maximum size in bytes before the next file starts
     */
    RotatingLogFile(Path directory, String name, long limit) throws IOException {
        this.directory = directory;
        this.name = name;
        this.limit = limit;
        begin();
    }

    synchronized void line(String text) throws IOException {
        if (written > limit) {
            begin();
        }
        writer.write(text);
        writer.write('\n');
        writer.flush();
        written += text.length() + 1;
    }

    private void begin() throws IOException {
        close();
        for (int age = MAX_AGE; age > 0; age--) {
            var younger = file(age - 1);
            if (Files.exists(younger)) {
                Files.move(younger, file(age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        writer = Files.newBufferedWriter(file(0), StandardCharsets.UTF_8);
        written = 0;
    }

    private Path file(int age) {
        return directory.resolve(age == 0 ? name + ".log" : "%s.%d.log".formatted(name, age));
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
