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

    private static final List<String> KINDS = List.of(
            "organizations",
            "parties",
            "memberships",
            "state-years",
            "pairs",
            "exercises",
            "participations",
            "documents",
            "instruments",
            "changes");

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
        arguments.addAll(KINDS);
        assertThat(ForeignClients.run("parquet.js", arguments.toArray(String[]::new)))
                .startsWith("10 kinds, ");
    }
}
