package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.depositary.testing.MetricsEndpoint;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class AwaitedWritesTest {

    /** More than there are threads to read with. */
    private static final int MANY = 300;

    private final String organization = Register.slug("o");

    @TestHTTPResource("/api/parties")
    URI parties;

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    Register register;

    @Test
    void many_who_wait_for_a_write_keep_nobody_from_reading_and_all_read_it() throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var waiting = IntStream.range(0, MANY)
                    .mapToObj(one -> client.sendAsync(
                            HttpRequest.newBuilder(parties)
                                    .header("Depositary-After", "organization:" + organization + "@1")
                                    .header("Prefer", "wait=300")
                                    .build(),
                            BodyHandlers.ofString()))
                    .toList();
            await().until(() -> activeRequests() > MANY);
            var read =
                    client.send(HttpRequest.newBuilder(parties).timeout(LIMIT).build(), BodyHandlers.ofString());
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            register.organization(organization, "");
            assertThat(waiting)
                    .extracting(CompletableFuture::join)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200);
        }
    }

    /** With the one that asks. */
    private double activeRequests() {
        return new MetricsEndpoint(management).sum("http_server_active_requests");
    }
}
