package org.depositary.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.depositary.testing.Waiting.LIMIT;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;

/**
 * A request that is larger than any limit, on a plain socket: the server may answer and close the connection during
 * the upload, which HTTP clients report in different ways.
 */
final class HugeRequest {

    private HugeRequest() {}

    /** Returns the status line and headers of the response. */
    static String post(int port, String path, String type, String token, long bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            var head = "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                    .formatted(path, port, token, type);
            var end = "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(bytes);
            socket.getOutputStream().write((head + end).getBytes(ISO_8859_1));
            writeUntilAnswered(socket, bytes);
            return head(socket);
        }
    }

    private static void writeUntilAnswered(Socket socket, long bytes) throws IOException {
        var block = " ".repeat(64 * 1024).getBytes(ISO_8859_1);
        try {
            for (long written = 0; written < bytes && socket.getInputStream().available() == 0; ) {
                int length = (int) Math.min(block.length, bytes - written);
                socket.getOutputStream().write(block, 0, length);
                written += length;
            }
        } catch (IOException hungUp) {
            // The response has already arrived.
        }
    }

    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        var in = new BufferedInputStream(socket.getInputStream());
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The answer breaks off after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
