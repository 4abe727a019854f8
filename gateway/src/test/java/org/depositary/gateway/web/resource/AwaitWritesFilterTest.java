package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class AwaitWritesFilterTest {

    /** Number of waiting requests, more than there are worker threads for reads. */
    private static final int MANY = 300;

    private final String organization = Register.slug("o");

    @TestHTTPResource("/api/parties")
    URI parties;

    @Inject
    Register register;

    @Inject
    ActiveRequests active;

    /** Counts the requests that have arrived and are not yet answered. */
    @ApplicationScoped
    static class ActiveRequests {

        private final AtomicInteger count = new AtomicInteger();

        void register(@Observes Filters filters) {
            filters.register(
                    context -> {
                        count.incrementAndGet();
                        context.addEndHandler(ended -> count.decrementAndGet());
                        context.next();
                    },
                    Integer.MAX_VALUE);
        }

        int count() {
            return count.get();
        }
    }

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
            await().until(() -> active.count() >= MANY);
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
}
