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

/**
 * Bytes on their way in: in a file of their own until they are kept, measured and hashed while they came.
 *
 * @param bytes how many
 */
record Upload(Path file, long bytes, String sha256) implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    /** Takes the bytes from the request. Nothing stays of more than {@code largest} of them. */
    static Upload from(InputStream body, long largest) throws IOException {
        var file = Files.createTempFile("document-", ".upload");
        try {
            return copied(body, file, largest);
        } catch (IOException | RuntimeException failure) {
            Files.delete(file);
            throw failure;
        }
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
                out.write(buffer, 0, n);
            }
        }
        if (bytes == 0) {
            throw Problem.invalid("", "A document has at least one byte");
        }
        return new Upload(file, bytes, Sha256.hex(digest.digest()));
    }
}
