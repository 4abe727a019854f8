package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Two records of one exercise, each with a participant and a source that the other does not have. Both cite the same
 * document. The first is merged into the second.
 *
 * @param series selects the two records
 * @param document the URL of the document
 */
record ExercisePair(String first, String second, String series, String document) {

    private static final String EXERCISES = "/api/exercises";
    private static final String QUOTE = "The states of the pair held an exercise in August 2007";

    /** Records the pair. */
    static ExercisePair recorded(TestInstallation installation) {
        var contributor = installation.client().with(installation.token("contributor"));
        var document = contributor
                .send("POST", "/api/documents", BodyPublishers.ofString(QUOTE + ".\n"), "Content-Type", "text/plain")
                .expect(202)
                .header("Location");
        var passage = Map.<String, Object>of(
                "document",
                document.substring(document.lastIndexOf('/') + 1),
                "anchor",
                anchor(contributor, document),
                "quote",
                QUOTE);
        var curator = installation.client().with(installation.token("curator"));
        var series = "pair-" + UUID.randomUUID();
        return new ExercisePair(
                record(curator, series, "First", "RU", passage),
                record(curator, series, "Second", "KG", passage),
                series,
                document);
    }

    private static String anchor(OriginClient contributor, String document) {
        return await("the text of the document")
                .until(
                        () -> contributor.get(document + "/passages"),
                        answer -> answer.status() == 200 && !answer.items().isEmpty())
                .items()
                .stream()
                .filter(passage -> passage.path("text").asText().contains(QUOTE))
                .map(passage -> passage.path("anchor").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Retries on 503 until the service knows the passage. */
    private static String record(
            OriginClient curator, String series, String name, String party, Map<String, Object> passage) {
        var body = CommandBodies.with(CommandBodies.exercise(name, "2007-08", "KZ", party), "series", series);
        var sourced = CommandBodies.with(body, "sources", List.of(passage, Map.of("title", name)));
        var recorded = await("an exercise that cites the document")
                .until(() -> curator.post(EXERCISES, sourced), answer -> answer.status() != 503)
                .expect(201);
        curator.getAfter(recorded.header("Depositary-Version"), EXERCISES).expect(200);
        return recorded.body().path("id").asText();
    }

    String firstUrl() {
        return EXERCISES + "/" + first;
    }

    String secondUrl() {
        return EXERCISES + "/" + second;
    }

    /** The reads before the merge, and after its undo. */
    ExercisePairReads asTwo() {
        return new ExercisePairReads(
                Set.of(first, second),
                2,
                Set.of(first + " KZ", first + " RU", second + " KZ", second + " KG"),
                "",
                Set.of("Second"),
                Map.of(first, "", second, ""));
    }

    /** The reads after the merge: all citations are at the second record. */
    ExercisePairReads asOne() {
        return new ExercisePairReads(
                Set.of(second),
                1,
                Set.of(second + " KZ", second + " RU", second + " KG"),
                secondUrl(),
                Set.of("First", "Second"),
                Map.of(first, secondUrl(), second, ""));
    }

    /** Reads the pair as of the present end of the change log. Fails if it is neither two records nor one. */
    ExercisePairReads read(OriginClient client) {
        var reads = ExercisePairReads.at(
                client, this, client.get(EXERCISES).expect(200).cursor());
        assertThat(reads).isIn(asTwo(), asOne());
        return reads;
    }
}
