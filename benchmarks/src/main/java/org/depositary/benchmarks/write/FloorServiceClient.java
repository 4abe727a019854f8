package org.depositary.benchmarks.write;

import java.io.IOException;
import java.net.URI;
import org.depositary.benchmarks.fixture.HttpConnection;

/** Sends the same body again and again to the bare service, one request at a time. */
final class FloorServiceClient implements AutoCloseable {

    private final HttpConnection connection;
    private final String headers;
    private final String body;

    FloorServiceClient(URI service, String token, SamplePayload payload) throws IOException {
        this.connection = new HttpConnection(service);
        this.headers = "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n";
        this.body = payload.json();
    }

    void send() throws IOException {
        var answer = connection.send("POST", "/rows", headers, body);
        if (answer.status() != 201) {
            throw new IOException("%d %s".formatted(answer.status(), answer.text()));
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
