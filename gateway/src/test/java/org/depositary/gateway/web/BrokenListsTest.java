package org.depositary.gateway.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a client sees that a list was cut off. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class BrokenListsTest {

    @TestHTTPResource("/relay/broken/")
    URI lists;

    @ParameterizedTest
    @CsvSource({"of-json,identity", "of-json,gzip", "of-csv,identity", "of-csv,gzip"})
    void a_list_that_breaks_off_has_no_regular_end(String list, String encoding) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(lists.resolve(list))
                    .header("Accept-Encoding", encoding)
                    .build();
            assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
        }
    }
}
