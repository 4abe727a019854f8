package org.depositary.imports.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Inflates request bodies that are compressed with gzip. The limit on a body counts the inflated bytes. */
final class ContentEncoding {

    private static final int BUFFER = 64 * 1024;

    private ContentEncoding() {}

    /**
     * Returns the body without its encoding.
     *
     * @param encoding the header {@code Content-Encoding}
     * @throws Problem 415 if the encoding is not supported; 400, also while reading, if the body is not valid gzip
     */
    static InputStream decoded(InputStream body, Optional<String> encoding) throws IOException {
        return switch (encoding.map(String::strip).orElse("").toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> inflated(body);
            default ->
                throw Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Encoding is gzip, or is left out for a file that is not compressed");
        };
    }

    private static InputStream inflated(InputStream body) throws IOException {
        try {
            return new CheckedGzip(new GZIPInputStream(body, BUFFER));
        } catch (ZipException | EOFException invalid) {
            throw notGzip(invalid);
        }
    }

    private static final class CheckedGzip extends FilterInputStream {

        CheckedGzip(GZIPInputStream gzip) {
            super(gzip);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (ZipException | EOFException invalid) {
                throw notGzip(invalid);
            }
        }
    }

    private static Problem notGzip(IOException invalid) {
        return Problem.of(
                ProblemType.MALFORMED,
                "The body is not valid gzip (%s). Compress the whole file, or leave out Content-Encoding"
                        .formatted(invalid.getMessage()));
    }
}
