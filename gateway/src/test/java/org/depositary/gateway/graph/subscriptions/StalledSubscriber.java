package org.depositary.gateway.graph.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A client that subscribes to changes and then reads nothing. */
final class StalledSubscriber implements AutoCloseable {

    private static final String ACK = "{\"type\":\"connection_ack\"}";

    private final Socket socket = new Socket();

    StalledSubscriber(URI origin, String query) throws IOException {
        // Without a small buffer the kernel would accept everything, and the client would not fall behind.
        socket.setReceiveBufferSize(16_384);
        socket.connect(new InetSocketAddress(origin.getHost(), origin.getPort()));
        write("""
                GET /graphql HTTP/1.1\r
                Host: here\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Protocol: graphql-transport-ws\r
                \r
                """.getBytes(UTF_8));
        readUntil("\r\n\r\n");
        send("{\"type\": \"connection_init\"}");
        readUntil(ACK);
        send("{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \"%s\"}}"
                .formatted(query.replace("\"", "\\\"")));
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    private void readUntil(String end) throws IOException {
        var read = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!read.toString(UTF_8).endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The server closed the connection after: " + read.toString(UTF_8));
            }
            read.write(next);
        }
    }

    /** Sends a text frame (RFC 6455) of at most 65,535 bytes. Its mask of zeros leaves the text as it is. */
    private void send(String text) throws IOException {
        var payload = text.getBytes(UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.write(new byte[4]);
        frame.write(payload);
        write(frame.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
