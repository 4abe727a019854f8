package org.depositary.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The answers of all reads about two records of one exercise.
 *
 * @param listed the ids in the list of exercises
 * @param counted the number of exercises in the statistics
 * @param participations the rows of the participations: id and party
 * @param redirect where the URL of the first record redirects to; empty if it does not
 * @param sources the titles of the sources of the second record
 * @param citing the records that cite the document, each with the URL that represents it; empty for itself
 */
record ExercisePairReads(
        Set<String> listed,
        int counted,
        Set<String> participations,
        String redirect,
        Set<String> sources,
        Map<String, String> citing) {

    /** Reads all of it as of one position of the change log. @param knownAt an instant or a cursor */
    static ExercisePairReads at(OriginClient client, ExercisePair pair, String knownAt) {
        var ofSeries = "?series=%s&known-at=%s".formatted(pair.series(), knownAt);
        var first = client.get("%s?known-at=%s".formatted(pair.firstUrl(), knownAt));
        var second = client.get("%s?known-at=%s".formatted(pair.secondUrl(), knownAt))
                .expect(200)
                .body();
        return new ExercisePairReads(
                texts(items(client, "/api/exercises" + ofSeries), "id"),
                client.get("/api/exercises/statistics%s&by=kind".formatted(ofSeries))
                        .expect(200)
                        .body()
                        .path("total")
                        .path("exercises")
                        .asInt(),
                items(client, "/api/exercises/participations" + ofSeries).stream()
                        .map(row -> row.path("exercise").asText() + " "
                                + row.path("party").asText())
                        .collect(Collectors.toCollection(TreeSet::new)),
                first.status() == 307
                        ? first.header("Location").replaceFirst("\\?.*", "")
                        : first.expect(200).header("Location"),
                texts(
                        StreamSupport.stream(second.path("sources").spliterator(), false)
                                .toList(),
                        "title"),
                items(client, "%s/citations?known-at=%s".formatted(pair.document(), knownAt)).stream()
                        .collect(Collectors.toMap(
                                fact -> fact.path("id").asText(),
                                fact -> fact.path("mergedInto").asText(),
                                (one, other) -> one,
                                TreeMap::new)));
    }

    private static List<JsonNode> items(OriginClient client, String path) {
        return client.get(path).expect(200).items();
    }

    private static Set<String> texts(List<JsonNode> items, String field) {
        return items.stream()
                .filter(item -> item.has(field))
                .map(item -> item.path(field).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
