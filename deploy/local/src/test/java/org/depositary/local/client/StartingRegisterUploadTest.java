package org.depositary.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers as it is told; that the register's own lines are taken is tested on an installation. */
class StartingRegisterUploadTest {

    private record Told(int status, String body) {}

    @TempDir
    Path directory;

    private final List<String> received = new ArrayList<>();
    private final Queue<Told> answers = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void files_and_lines_are_sent_in_order_each_with_its_key() throws Exception {
        file(
                "02-memberships.ndjson",
                line("POST", "/api/organizations/sco/membership-changes", "c", "[{\"party\":\"UZ\"}]"));
        file(
                "01-organizations.ndjson",
                line("PUT", "/api/organizations/sco", "a", "{\"founded\":\"2001\"}"),
                line("PUT", "/api/organizations/csto", "b", "{}"));
        assertThat(send()).isEmpty();
        assertThat(received)
                .containsExactly(
                        "PUT /api/organizations/sco a Bearer token {\"founded\":\"2001\"}",
                        "PUT /api/organizations/csto b Bearer token {}",
                        "POST /api/organizations/sco/membership-changes c Bearer token [{\"party\":\"UZ\"}]");
    }

    @Test
    void a_line_is_about_what_an_earlier_one_recorded() throws Exception {
        file(
                "01-organs.ndjson",
                line("POST", "/api/organizations/sco/organs", "register:a", "{}"),
                line("POST", "{register:a}/claims", "register:b", "{}"),
                line("POST", "{register:c}/claims", "register:d", "{}"));
        assertThat(send())
                .containsExactly(
                        "01-organs.ndjson:3: POST {register:c}/claims: the earlier line that it refers to was rejected");
        assertThat(received.getLast()).startsWith("POST /api/organizations/sco/organs/1/claims register:b ");
    }

    @Test
    void a_line_is_sent_again_when_the_answer_is_to_come_back_later() throws Exception {
        answers.add(new Told(503, "{}"));
        answers.add(new Told(201, "{}"));
        file("01-organizations.ndjson", line("PUT", "/api/organizations/sco", "a", "{}"));
        assertThat(send()).isEmpty();
        assertThat(received).hasSize(2).allMatch(request -> request.contains(" a "));
    }

    @Test
    void a_line_that_is_refused_is_told_and_the_others_are_sent() throws Exception {
        answers.add(new Told(
                422, "{\"title\":\"Invalid\",\"errors\":[{\"pointer\":\"#/founded\",\"detail\":\"no date\"}]}"));
        file(
                "01-organizations.ndjson",
                line("PUT", "/api/organizations/sco", "a", "{}"),
                "not JSON",
                line("PUT", "/api/organizations/csto", "b", "{}"));
        var refused = send();
        assertThat(refused).hasSize(2);
        assertThat(refused.getFirst())
                .isEqualTo("01-organizations.ndjson:1: PUT /api/organizations/sco: 422 Invalid (#/founded no date)");
        assertThat(refused.getLast()).startsWith("01-organizations.ndjson:2: not a line of the register");
        assertThat(received).hasSize(2);
    }

    private List<String> send() throws IOException {
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new StartingRegisterUpload(directory, new GatewayClient(url, "token"), progress -> {}).send();
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String line(String method, String path, String key, String body) {
        return "{\"method\":\"%s\",\"path\":\"%s\",\"key\":\"%s\",\"body\":%s}".formatted(method, path, key, body);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
        var told = answers.isEmpty() ? new Told(201, "{}") : answers.remove();
        exchange.getResponseHeaders().add("Retry-After", "1");
        exchange.getResponseHeaders().add("Location", exchange.getRequestURI() + "/1");
        exchange.sendResponseHeaders(told.status(), told.body().length());
        exchange.getResponseBody().write(told.body().getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }
}
