package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends files of any kind as an administrator, and follows their imports. */
record SentImports(TestInstallation installation) {

    private static final List<String> OUTCOMES =
            List.of("rows", "accepted", "known", "corrected", "retracted", "kept", "rejected");

    /** Sends the CSV file. Returns the URL of the import. */
    String send(String path, String file) {
        return admin().send("POST", path, BodyPublishers.ofString(file), "Content-Type", "text/csv")
                .expect(202)
                .header("Location");
    }

    JsonNode status(String location) {
        return admin().get(location).expect(200).body();
    }

    /** The first 1,000 items of the report with this outcome. */
    List<JsonNode> report(String location, String outcome) {
        return admin().get("%s/report?limit=1000&outcome=%s".formatted(location, outcome))
                .expect(200)
                .items();
    }

    /** The number of units that are done. */
    int done(String location) {
        return status(location).path("progress").path("done").asInt();
    }

    /** Waits until the import is completed. Returns its counts. */
    Map<String, Integer> completed(String location) {
        var ended = await("the end of " + location).until(() -> status(location), status -> !status.path("status")
                .asText()
                .equals("running"));
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("completed");
        return OUTCOMES.stream().collect(Collectors.toMap(Function.identity(), outcome -> ended.path(outcome)
                .asInt()));
    }

    private OriginClient admin() {
        return installation.client().with(installation.token("admin"));
    }
}
