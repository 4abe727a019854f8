package org.depositary.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class AwaitedWritesTest {

    /** More than there are threads to read with. */
    private static final int MANY = 300;

    @TestHTTPResource("/api/parties")
    URI parties;

    @Test
    void many_who_wait_for_what_is_not_there_keep_nobody_from_reading() throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var waiting = IntStream.range(0, MANY)
                    .mapToObj(one -> client.sendAsync(
                            HttpRequest.newBuilder(parties)
                                    .header("Depositary-After", "membership:nobody/KZ@" + (one + 1))
                                    .header("Prefer", "wait=6")
                                    .build(),
                            BodyHandlers.ofString()))
                    .toList();
            // So that they are there, and wait.
            Thread.sleep(2_000);
            var read = client.send(
                    HttpRequest.newBuilder(parties)
                            .timeout(Duration.ofSeconds(2))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
            assertThat(waiting)
                    .extracting(CompletableFuture::join)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(503);
        }
    }
}
