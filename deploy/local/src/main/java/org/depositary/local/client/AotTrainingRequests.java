package org.depositary.local.client;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Sends the requests of a training run: the most frequent ones of an installation, often enough that Java compiles
 * their code.
 */
public final class AotTrainingRequests {

    private static final int ORGANIZATIONS = 40;
    private static final List<String> PARTIES =
            List.of("CN", "KZ", "KG", "RU", "TJ", "UZ", "IN", "PK", "IR", "BY", "MN", "AF", "TR", "AM", "AZ", "LK");
    private static final Duration RETRY_LIMIT = Duration.ofMinutes(2);
    private static final String SOURCES = "\"sources\": [{\"title\": \"Training\", \"published\": \"2026\"}]";

    private final GatewayClient gateway;

    public AotTrainingRequests(GatewayClient gateway) {
        this.gateway = gateway;
    }

    public void send() throws IOException {
        for (int number = 1; number <= ORGANIZATIONS; number++) {
            var organization = "/api/organizations/training-" + number;
            put(organization, "{\"names\": {\"en\": \"Training %d\"}, %s}".formatted(number, SOURCES));
            for (var party : PARTIES) {
                change(organization, party, "accession", 1960);
                change(organization, party, "withdrawal", 1980);
            }
            read(organization);
        }
    }

    private void change(String organization, String party, String change, int year) throws IOException {
        post(
                organization + "/membership-changes",
                "{\"party\": \"%s\", \"change\": \"%s\", \"effective\": \"%d\", %s}"
                        .formatted(party, change, year, SOURCES));
    }

    private void read(String organization) throws IOException {
        for (int year = 1955; year < 1990; year += 5) {
            get(organization + "/members?on=" + year + "-07-01");
        }
        for (var page : List.of(
                organization,
                organization + "/findings",
                organization + "/timeline",
                "/api/organizations",
                "/api/parties/CN/memberships?on=1970-01-01",
                "/api/exercises?party=CN&from=2005&to=2007",
                "/api/changes?limit=100")) {
            get(page);
        }
    }

    private void get(String path) throws IOException {
        send(path, HttpRequest.Builder::GET);
    }

    private void put(String path, String body) throws IOException {
        send(path, request -> json(request).PUT(BodyPublishers.ofString(body)));
    }

    private void post(String path, String body) throws IOException {
        send(path, request -> json(request).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private void send(String path, UnaryOperator<HttpRequest.Builder> request) throws IOException {
        var answer = gateway.sendWithRetries(path, request, RETRY_LIMIT);
        // A read can answer 404 because the read model does not contain the new fact yet. The training goes on.
        if (answer.statusCode() >= 400 && answer.statusCode() != 404) {
            throw new IOException("%s: %s".formatted(path, ProblemMessageFormatter.of(answer)));
        }
    }
}
