package org.depositary.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * A request larger than anybody should accept. It is written on a plain socket, because the server may answer and hang
 * up in the middle of it, which HTTP clients report in many ways.
 */
final class HugeRequest {

    private HugeRequest() {}

    /** The head and body of the answer, as received. */
    static String post(int port, String path, String type, String token, long bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
            var head = "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                    .formatted(path, port, token, type);
            var end = "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(bytes);
            socket.getOutputStream().write((head + end).getBytes(ISO_8859_1));
            writeUntilAnswered(socket, bytes);
            return read(socket);
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
            // The answer came before, and is still to be read.
        }
    }

    private static String read(Socket socket) throws IOException {
        var answer = new StringBuilder();
        var buffer = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                answer.append(new String(buffer, 0, n, ISO_8859_1));
                // A server may go on reading for long before it hangs up; its answer comes in one piece.
                socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(2));
            }
        } catch (IOException resetOrSilent) {
            if (answer.isEmpty()) {
                throw resetOrSilent;
            }
        }
        return answer.toString();
    }
}
