package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** hyparquet, which shares no code with Apache Parquet, reads every export of the starting register to the same rows. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class ParquetInForeignReaderTest {

    private final TestInstallation installation;

    ParquetInForeignReaderTest(TestInstallation installation) {
        this.installation = installation;
    }

    @Test
    void hyparquet_reads_every_kind_to_the_rows_of_the_other_formats() {
        var reader = installation.client();
        // The starting register has no document.
        var bytes = BodyPublishers.ofString("A declaration " + UUID.randomUUID());
        var document = reader.with(installation.token("contributor"))
                .send("POST", "/api/documents", bytes, "Content-Type", "text/plain")
                .expect(202)
                .body()
                .path("location")
                .asText();
        await().until(() -> reader.get(document).status(), status -> status == 200);
        var position = reader.get("/api/organizations?limit=1").cursor();
        var arguments = new ArrayList<>(List.of(reader.origin().toString(), "known-at=" + position));
        var kinds = kinds(reader);
        arguments.addAll(kinds);
        assertThat(ForeignClients.run("parquet.js", arguments.toArray(String[]::new)))
                .startsWith(kinds.size() + " kinds, ");
    }

    /** The kinds that the OpenAPI document lists. */
    private static List<String> kinds(OriginClient reader) {
        var parameters = reader.get("/openapi", "Accept", "application/json")
                .expect(200)
                .body()
                .at("/paths/~1api~1exports~1{of}.{format}/get/parameters");
        var kinds = new ArrayList<String>();
        parameters.forEach(parameter -> {
            if (parameter.path("name").asText().equals("of")) {
                parameter.at("/schema/enum").forEach(kind -> kinds.add(kind.asText()));
            }
        });
        assertThat(kinds).contains("memberships", "changes");
        return kinds;
    }
}
