package org.depositary.eventsourcing.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.jboss.logging.Logger;

/**
 * A large request body in a temporary file, so that no transaction waits for a slow sender. The file is unlinked
 * while it is open, so the operating system removes it however this process ends.
 *
 * @param bytes the size
 * @param sha256 in lower-case hexadecimal digits (FIPS 180-4)
 */
public record SpooledBody(FileChannel file, long bytes, String sha256) implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SpooledBody.class);
    private static final int BUFFER = 64 * 1024;

    /**
     * Reads the request body into a temporary file. Rejects a body of more than {@code largest} bytes and removes the
     * file.
     *
     * @param what name of the body in error messages, for example "A document"
     * @throws Problem {@code too-large}; {@code unavailable} if the disk is full
     */
    public static SpooledBody from(InputStream body, String what, long largest) throws IOException {
        var file = newFile(what);
        try {
            var digest = newDigest();
            long bytes = copied(body, Channels.newOutputStream(file), digest, what, largest);
            return new SpooledBody(file, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    public static Problem tooLarge(String what, long largest) {
        return Problem.of(
                ProblemType.TOO_LARGE,
                String.format(Locale.ROOT, "%s can have at most %,d bytes. Nothing was stored", what, largest));
    }

    /** A stream of the bytes from the start. The caller must not close it, because the body may be read again. */
    public InputStream read() throws IOException {
        return new BufferedInputStream(Channels.newInputStream(file.position(0)), BUFFER);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static FileChannel newFile(String what) {
        try {
            return FileChannel.open(
                    Files.createTempFile("body-", ".spool"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failure) {
            throw noRoom(what, failure);
        }
    }

    private static long copied(InputStream body, OutputStream file, MessageDigest digest, String what, long largest)
            throws IOException {
        long bytes = 0;
        var buffer = new byte[BUFFER];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            bytes += n;
            if (bytes > largest) {
                throw tooLarge(what, largest);
            }
            digest.update(buffer, 0, n);
            try {
                file.write(buffer, 0, n);
            } catch (IOException failure) {
                throw noRoom(what, failure);
            }
        }
        return bytes;
    }

    /** A problem for a disk that is full or not writable. The request itself is valid. */
    private static Problem noRoom(String what, IOException failure) {
        LOG.warnf("Cannot store %s: %s", what, failure.getMessage());
        return Problem.of(ProblemType.UNAVAILABLE, "The service has no room for the bytes now. Nothing was stored");
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
