package org.depositary.verify;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.depositary.testing.ExerciseDataSet;
import org.depositary.testing.ExerciseDataSetGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file of the size of the published data sets gives statistics with the sums by year, party and pair that it states. */
@Tag("full")
class ExerciseImportAtSizeTest {

    private static final int ROWS = 4_000;

    @Test
    void the_statistics_of_4000_imported_exercises_are_the_sums_of_the_file() {
        var file = ExerciseDataSetGenerator.generate(ROWS, 7);
        assertThat(file.participations()).isGreaterThan(14_000);
        try (var installation = TestInstallation.start("exercise-import-at-size", "--empty")) {
            var imports = new SentImports(installation);
            var location = imports.send(path(), file.csv());
            assertThat(imports.completed(location))
                    .containsEntry("rows", ROWS)
                    .containsEntry("accepted", file.exercises())
                    .containsEntry("rejected", file.rejectedLines().size());
            assertThat(rejected(imports, location))
                    .isEqualTo(file.rejectedLines())
                    .isNotEmpty();
            assertStatistics(installation.client(), file);
            assertThat(imports.completed(imports.send(path(), file.csv())))
                    .containsEntry("known", file.exercises())
                    .containsEntry("accepted", 0)
                    .containsEntry("corrected", 0);
        }
    }

    private static String path() {
        return "/api/imports/exercises?set=at-size&"
                + ExerciseDataSet.PARAMETERS.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(joining("&"));
    }

    private static SortedMap<Integer, String> rejected(SentImports imports, String location) {
        var lines = new TreeMap<Integer, String>();
        imports.report(location, "rejected")
                .forEach(item ->
                        lines.put(item.path("line").asInt(), item.path("column").asText()));
        return lines;
    }

    private static void assertStatistics(OriginClient reader, ExerciseDataSet file) {
        await("all exercises are in the statistics")
                .until(() -> statistics(reader, "year")
                                .path("total")
                                .path("exercises")
                                .asInt()
                        == file.exercises());
        assertThat(exercises(reader, "year", item -> item.path("year").asText()))
                .isEqualTo(file.byYear());
        assertThat(exercises(reader, "party", item -> item.path("party").asText()))
                .isEqualTo(file.byParty());
        assertThat(exercises(
                        reader,
                        "pair",
                        item -> item.path("party").asText() + "-"
                                + item.path("with").asText()))
                .isEqualTo(file.byPair());
    }

    /** The number of exercises of each group. No group has possible ones, because each date leaves one year. */
    private static SortedMap<String, Integer> exercises(
            OriginClient reader, String by, Function<JsonNode, String> group) {
        var statistics = statistics(reader, by);
        assertThat(statistics.has("next")).isFalse();
        var exercises = new TreeMap<String, Integer>();
        for (var item : statistics.path("items")) {
            assertThat(item.path("possible").asInt()).as(item.toString()).isZero();
            exercises.put(group.apply(item), item.path("exercises").asInt());
        }
        assertThat(exercises).isNotEmpty();
        return exercises;
    }

    private static JsonNode statistics(OriginClient reader, String by) {
        return reader.get("/api/exercises/statistics?limit=1000&by=" + by)
                .expect(200)
                .body();
    }
}
