package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that citations stay the same after the gateway's database was lost and rebuilt. */
@Tag("full")
class CitationsAfterLossTest {

    private static final List<String> FORMATS = List.of("json", "jsonld", "html", "bibtex", "csl", "text");

    @Test
    void citations_answer_the_same_after_the_database_of_the_gateway_was_built_again() {
        try (var installation = TestInstallation.start("citations")) {
            var client = installation.client();
            var cited = new LinkedHashMap<String, String>();
            for (var record : new CitableRecords(installation).addresses()) {
                var address =
                        client.get(record + "?format=csl").expect(200).body().at("/0/URL");
                FORMATS.stream()
                        .map(format -> address.asText() + "&format=" + format)
                        .forEach(url ->
                                cited.put(url, client.get(url).expect(200).text()));
            }
            assertThat(cited).hasSizeGreaterThan(15 * FORMATS.size());
            assertThat(cited.values()).anyMatch(text -> text.contains("Retracted on "));

            var changes = new ChangeFeedClient(client);
            var old = changes.end();
            var runbook = Runbook.of("lost-gateway-database", installation, Map.of());
            runbook.run(1);
            runbook.run(2);
            await("the gateway has a new database")
                    .ignoreExceptions()
                    .until(() -> client.get("/api/changes?since=" + old).status() == 410 && client.isReady());
            cited.forEach((url, text) -> await(url)
                    .untilAsserted(() -> assertThat(client.get(url).text()).isEqualTo(text)));
        }
    }
}
