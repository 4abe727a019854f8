package org.depositary.documents.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.depositary.documents.Sha256;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.jboss.logging.Logger;

/**
 * Bytes on their way in: in a file of their own until they are kept, measured and hashed while they came.
 *
 * @param bytes how many
 */
record Upload(Path file, long bytes, String sha256) implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Upload.class);
    private static final int BUFFER = 64 * 1024;

    /** Takes the bytes from the request. Nothing stays of more than {@code largest} of them. */
    static Upload from(InputStream body, long largest) throws IOException {
        var file = newFile();
        try {
            return copied(body, file, largest);
        } catch (IOException | RuntimeException failure) {
            Files.delete(file);
            throw failure;
        }
    }

    private static Path newFile() {
        try {
            return Files.createTempFile("document-", ".upload");
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }

    /** The disk is full, or cannot be written: nothing is wrong with the request. */
    private static Problem noRoom(IOException failure) {
        LOG.warnf("An upload cannot be kept: %s", failure.getMessage());
        return Problem.of(ProblemType.UNAVAILABLE, "There is no room for the bytes now; nothing was kept");
    }

    /** An id stands for the bytes: the first 32 digits of their hash. */
    String id() {
        return sha256.substring(0, 32);
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    static Problem tooLarge(long largest) {
        return Problem.of(
                ProblemType.TOO_LARGE,
                String.format(Locale.ROOT, "A document takes at most %,d bytes; nothing was kept", largest));
    }

    private static Upload copied(InputStream body, Path file, long largest) throws IOException {
        var digest = Sha256.digest();
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            var buffer = new byte[BUFFER];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                bytes += n;
                if (bytes > largest) {
                    throw tooLarge(largest);
                }
                digest.update(buffer, 0, n);
                write(out, buffer, n);
            }
        }
        if (bytes == 0) {
            throw Problem.invalid("", "A document has at least one byte");
        }
        return new Upload(file, bytes, Sha256.hex(digest.digest()));
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }
}
