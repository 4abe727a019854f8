package org.depositary.benchmarks.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.depositary.benchmarks.fixture.HttpConnection;

/**
 * A client that registers an organisation, lets states join and leave it, and continues with the next organisation.
 * It sends one request at a time, each with a new idempotency key. A quarter of its commands create a stream.
 */
public final class CuratorClient implements AutoCloseable {

    private static final List<String> STATES = List.of(
            "AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL",
            "PT", "RO", "SE", "SI", "SK", "BG", "HR", "EE", "CY", "CZ", "NO", "IS");
    private static final List<String> CHANGES = List.of("accession", "withdrawal", "accession", "withdrawal");
    private static final LocalDate FIRST_DAY = LocalDate.of(2001, 6, 15);

    private final HttpConnection connection;
    private final String name;
    private final String headers;
    private final String statement;
    private int organizations;
    private int sent;

    /** @param payload the statement of every change; only the party and the date differ */
    public CuratorClient(URI service, String token, String name, SamplePayload payload) throws IOException {
        this.connection = new HttpConnection(service);
        this.name = name;
        this.headers = "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\nIdempotency-Key: ";
        ObjectNode body = payload.data().deepCopy();
        body.remove(List.of("id", "organization", "party", "change", "effective"));
        this.statement = body.toString().substring(1);
    }

    /** Sends the next command and waits for its response. Throws if it is not 201. */
    public void send() throws IOException {
        int change = sent++ % (STATES.size() * CHANGES.size() + 1) - 1;
        if (change < 0) {
            organizations++;
            send(
                    "PUT",
                    path(),
                    "{\"names\": {\"en\": \"Organisation %s\"}, \"sources\": [{\"title\": \"Measured\"}]}"
                            .formatted(name));
        } else {
            int turn = change / STATES.size();
            var body = "{\"party\":\"%s\",\"change\":\"%s\",\"effective\":\"%s\","
                    .formatted(STATES.get(change % STATES.size()), CHANGES.get(turn), FIRST_DAY.plusDays(turn));
            send("POST", path() + "/membership-changes", body + statement);
        }
    }

    private String path() {
        return "/api/organizations/%s-%d".formatted(name, organizations);
    }

    private void send(String method, String path, String body) throws IOException {
        var answer = connection.send(method, path, headers + UUID.randomUUID() + "\r\n", body);
        if (answer.status() != 201) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.status(), answer.text()));
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
