package org.depositary.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The values in PostgreSQL's files that are compressed with pglz, also those of deleted rows. Of a value that is spread over
 * several rows of a TOAST table it reads the beginning.
 *
 * @param directory the directory {@code base} of the cluster
 */
record CompressedValues(Path directory) {

    private static final int PAGE = 8_192;
    /** Values are aligned to this. Before the compressed bytes are 30 bits for their raw size, and 2 for the method: 0 is pglz. */
    private static final int ALIGNMENT = 4;

    private static final int SMALLEST_SIZE = 100;
    private static final int LARGEST_SIZE = 1 << 24;

    /** The files in which a compressed value has this text near its beginning. */
    List<Path> with(String text) {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> Files.isRegularFile(file) && has(file, text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Path file, String text) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at + ALIGNMENT <= bytes.limit(); at += ALIGNMENT) {
                int size = bytes.getInt(at);
                if (size >= SMALLEST_SIZE
                        && size <= LARGEST_SIZE
                        && beginning(bytes, at, size).contains(text)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decompresses what may be a value, up to the end of its page. */
    private static String beginning(ByteBuffer file, int header, int size) {
        int end = Math.min(file.limit(), (header / PAGE + 1) * PAGE);
        var compressed = file.slice(header + ALIGNMENT, end - header - ALIGNMENT);
        var raw = ByteBuffer.allocate(Math.min(size, PAGE));
        while (compressed.hasRemaining() && raw.hasRemaining()) {
            int control = compressed.get();
            for (int bit = 0; bit < 8 && compressed.hasRemaining() && raw.hasRemaining(); bit++) {
                if ((control >> bit & 1) == 0) {
                    raw.put(compressed.get());
                } else if (!repeat(compressed, raw)) {
                    return text(raw);
                }
            }
        }
        return text(raw);
    }

    /** Copies bytes that came before. Returns false if these bytes are no compressed value. */
    private static boolean repeat(ByteBuffer compressed, ByteBuffer raw) {
        if (compressed.remaining() < 3) {
            return false;
        }
        int first = compressed.get() & 0xff;
        int back = (first & 0xf0) << 4 | compressed.get() & 0xff;
        int length = (first & 0x0f) + 3;
        if (length == 18) {
            length += compressed.get() & 0xff;
        }
        if (back == 0 || back > raw.position()) {
            return false;
        }
        for (int i = 0; i < length && raw.hasRemaining(); i++) {
            raw.put(raw.get(raw.position() - back));
        }
        return true;
    }

    private static String text(ByteBuffer raw) {
        return new String(raw.array(), 0, raw.position(), StandardCharsets.ISO_8859_1);
    }
}
