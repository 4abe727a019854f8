package org.depositary.gateway.route;

import static org.depositary.testing.Waiting.LIMIT;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP/1 over a bare socket, for requests that client libraries refuse to send and for clients that leave early. */
final class RawHttp implements AutoCloseable {

    /**
     * A response as it arrived.
     *
     * @param fields header fields by name in lower case
     */
    record Reply(String protocol, int status, Map<String, List<String>> fields, String body) {

        String field(String name) {
            return String.join(", ", fields.getOrDefault(name, List.of()));
        }
    }

    private final Socket socket;
    private final InputStream in;

    RawHttp(URI origin) throws IOException {
        socket = new Socket(origin.getHost(), origin.getPort());
        socket.setSoTimeout((int) LIMIT.toMillis());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends lines, each ended by CR LF, then an empty line and the body. */
    RawHttp send(String body, String... head) throws IOException {
        return write(String.join("\r\n", head) + "\r\n\r\n" + body);
    }

    RawHttp write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Reply read() throws IOException {
        var start = line().split(" ", 3);
        var fields = new TreeMap<String, List<String>>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            fields.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new Reply(start[0], Integer.parseInt(start[1]), fields, body(fields));
    }

    /** Reads and discards this number of bytes. */
    void skip(int bytes) throws IOException {
        in.skipNBytes(bytes);
    }

    /** Waits until the server has closed the connection. Returns whether it did so in order, without a reset. */
    boolean isClosed() throws IOException {
        return in.read() == -1;
    }

    /** Closes the connection without reading the bytes that have arrived, so the server gets a reset. */
    void leave() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String body(Map<String, List<String>> fields) throws IOException {
        if (fields.containsKey("transfer-encoding")) {
            return chunked();
        }
        var length = fields.get("content-length");
        var bytes = length == null ? in.readAllBytes() : exactly(Integer.parseInt(length.getFirst()));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String chunked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            bytes.write(exactly(size));
            line();
        }
        line();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The body ends after %d of %d bytes".formatted(bytes.length, length));
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c == -1) {
                throw new EOFException("The connection is closed");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
