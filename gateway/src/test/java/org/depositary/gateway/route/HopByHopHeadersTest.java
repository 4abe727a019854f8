package org.depositary.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.depositary.gateway.route.RawHttp.Reply;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that header fields of one connection are not forwarded (RFC 9110, section 7.6.1; RFC 9112, section 6). */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(OwningServiceStandIn.class)
class HopByHopHeadersTest {

    private static final String POST = "POST /api/organizations/hop/membership-changes HTTP/1.1";

    @TestHTTPResource
    URI origin;

    @Test
    void fields_of_the_clients_connection_do_not_reach_the_service() throws Exception {
        var seen = seen(post(
                "{}",
                "Connection: keep-alive, x-hop",
                "Connection: X-Other-Hop",
                "Keep-Alive: timeout=5",
                "Proxy-Authorization: Basic eDp5",
                "Proxy-Connection: keep-alive",
                "TE: trailers",
                "Trailer: X-Sum",
                "Upgrade: h2c",
                "X-Hop: between two",
                "X-Other-Hop: between two",
                "X-End: from end to end",
                "Content-Length: 2"));
        assertThat(seen.getJsonObject("headers").fieldNames())
                .containsExactlyInAnyOrder("host", "x-end", "content-length");
    }

    @Test
    void fields_of_the_services_connection_do_not_reach_the_client() throws Exception {
        var reply = post("{}", "Content-Length: 2");
        assertThat(reply.fields().keySet())
                .contains("x-end", "location", "depositary-version", "content-length", "content-type")
                .doesNotContain(
                        "connection",
                        "keep-alive",
                        "proxy-authenticate",
                        "proxy-connection",
                        "te",
                        "trailer",
                        "transfer-encoding",
                        "upgrade",
                        "x-hop",
                        "x-other-hop");
    }

    @Test
    void a_client_cannot_have_the_fields_removed_that_say_where_its_request_ends_and_for_whom_it_is() throws Exception {
        var seen = seen(post("{\"a\": 1}", "Connection: Content-Length, Host, Transfer-Encoding", "Content-Length: 8"));
        assertThat(seen.getInteger("length")).isEqualTo(8);
        assertThat(seen.getJsonObject("headers").getString("host")).startsWith("127.0.0.1:");
    }

    @Test
    void a_client_cannot_have_fields_of_the_answer_removed() throws Exception {
        var reply = post("{}", "Connection: X-End, Location, Content-Type", "Content-Length: 2");
        assertThat(reply.fields()).containsKeys("x-end", "location", "content-type");
    }

    @Test
    void the_body_of_a_read_is_dropped() throws Exception {
        try (var client = new RawHttp(origin)) {
            for (int i = 0; i < 2; i++) {
                client.send("{}", "GET /api/documents/1/content HTTP/1.1", "Host: localhost", "Content-Length: 2");
                assertThat(new JsonObject(client.read().body()).getInteger("length"))
                        .isZero();
            }
        }
    }

    @Test
    void a_token_that_the_client_declares_as_its_connections_own_is_not_passed_on() throws Exception {
        var seen = seen(post("{}", "Connection: Authorization", "Authorization: Basic eDp5", "Content-Length: 2"));
        assertThat(seen.getJsonObject("headers").containsKey("authorization")).isFalse();
    }

    @Test
    void a_request_with_a_length_and_chunks_is_refused() throws Exception {
        var body = "2\r\n{}\r\n0\r\n\r\n";
        try (var client = new RawHttp(origin)) {
            client.send(
                    body, POST, "Host: localhost", "Content-Length: " + body.length(), "Transfer-Encoding: chunked");
            assertThat(client.read().status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "chunked, chunked", "identity", "chunked;x=y", "xchunked"})
    void a_transfer_coding_other_than_chunked_is_refused(String coding) throws Exception {
        try (var client = new RawHttp(origin)) {
            client.send("0\r\n\r\n", POST, "Host: localhost", "Transfer-Encoding: " + coding);
            var reply = client.read();
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.field("content-type")).isEqualTo("application/problem+json");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void chunks_are_no_part_of_http_1_0() throws Exception {
        try (var client = new RawHttp(origin)) {
            client.send("0\r\n\r\n", POST.replace("1.1", "1.0"), "Transfer-Encoding: chunked");
            assertThat(client.read().status()).isEqualTo(400);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close", "Connection: keep-alive"})
    void an_http_1_0_client_gets_an_answer_without_a_length_until_the_connection_closes(String connection)
            throws Exception {
        try (var client = new RawHttp(origin)) {
            client.send("", "GET /api/documents/unsized/content HTTP/1.0", connection);
            var reply = client.read();
            assertThat(reply.fields()).doesNotContainKeys("transfer-encoding", "content-length");
            assertThat(reply.field("connection")).isIn("close", "");
            assertThat(reply.body()).isEqualTo("as long as it is");
        }
    }

    @Test
    void a_connection_is_kept_for_a_client_that_asks_for_it() throws Exception {
        try (var client = new RawHttp(origin)) {
            for (int i = 0; i < 3; i++) {
                client.send("{}", POST.replace("1.1", "1.0"), "Connection: keep-alive", "Content-Length: 2");
                var reply = client.read();
                assertThat(reply.status()).isEqualTo(201);
                assertThat(reply.field("connection")).isEqualTo("keep-alive");
            }
        }
    }

    private Reply post(String body, String... fields) throws IOException {
        try (var client = new RawHttp(origin)) {
            List<String> head = new ArrayList<>(List.of(POST, "Host: localhost"));
            head.addAll(Arrays.asList(fields));
            return client.send(body, head.toArray(String[]::new)).read();
        }
    }

    private static JsonObject seen(Reply reply) {
        assertThat(reply.status()).isEqualTo(201);
        return new JsonObject(reply.body());
    }
}
