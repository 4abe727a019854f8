package org.depositary.membership.imports;

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
 * A file on its way in: on disk until it is staged, so that no transaction waits for a slow sender, and hashed while it
 * came. It has no name in its directory while it is open, so that nothing is left of it, however this process ends.
 */
record Spool(FileChannel file, String sha256) implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final int BUFFER = 64 * 1024;

    /** Takes the bytes from the request. Nothing stays of more than {@code largest} of them. */
    static Spool from(InputStream body, long largest) throws IOException {
        var file = newFile();
        try {
            return new Spool(file, copied(body, Channels.newOutputStream(file), largest));
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static Problem tooLarge(long largest) {
        return Problem.of(
                ProblemType.TOO_LARGE,
                String.format(Locale.ROOT, "An import takes at most %,d bytes; nothing was kept", largest));
    }

    /** The file from its beginning; whoever closes this closes the spool. */
    InputStream read() throws IOException {
        return new BufferedInputStream(Channels.newInputStream(file.position(0)), BUFFER);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static FileChannel newFile() {
        try {
            return FileChannel.open(
                    Files.createTempFile("import-", ".upload"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }

    /** The disk is full, or cannot be written: nothing is wrong with the request. */
    private static Problem noRoom(IOException failure) {
        LOG.warnf("An import cannot be kept: %s", failure.getMessage());
        return Problem.of(ProblemType.UNAVAILABLE, "There is no room for the file now; nothing was kept");
    }

    private static String copied(InputStream body, OutputStream file, long largest) throws IOException {
        var digest = newDigest();
        long bytes = 0;
        var buffer = new byte[BUFFER];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            bytes += n;
            if (bytes > largest) {
                throw tooLarge(largest);
            }
            digest.update(buffer, 0, n);
            write(file, buffer, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
