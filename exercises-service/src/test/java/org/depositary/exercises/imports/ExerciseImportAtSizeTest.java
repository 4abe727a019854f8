package org.depositary.exercises.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.exercises.imports.ExerciseImports.assertCompleted;
import static org.depositary.exercises.imports.ExerciseImports.newSet;
import static org.depositary.exercises.imports.ExerciseImports.report;
import static org.depositary.exercises.imports.ExerciseImports.sendAndWait;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file of the size of the published data sets gives the sums by year, party and pair that it states. */
@Tag("full")
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class ExerciseImportAtSizeTest {

    private static final int ROWS = 4_000;

    @Inject
    DataSource dataSource;

    @Test
    void a_file_of_4000_exercises_gives_its_sums() throws SQLException {
        var file = ExerciseDataSetGenerator.generate(ROWS, 7);
        assertThat(file.participations()).isGreaterThan(14_000);
        var query = new HashMap<>(ExerciseDataSet.PARAMETERS);
        query.put("set", newSet());
        var location = sendAndWait(query, file.csv());
        assertCompleted(
                location,
                "rows",
                ROWS,
                "accepted",
                file.exercises(),
                "rejected",
                file.rejectedLines().size());
        assertThat(rejected(location)).isEqualTo(file.rejectedLines()).isNotEmpty();
        var recorded = new RecordedExerciseRows(dataSource).lastEvents(query.get("set"));
        assertThat(byYear(recorded)).isEqualTo(file.byYear());
        assertThat(byParty(recorded)).isEqualTo(file.byParty());
        assertThat(byPair(recorded)).isEqualTo(file.byPair());
        assertCompleted(sendAndWait(query, file.csv()), "accepted", 0, "known", file.exercises(), "corrected", 0);
    }

    private static SortedMap<Integer, String> rejected(String location) {
        var lines = new TreeMap<Integer, String>();
        report(location, "rejected")
                .forEach(item -> lines.put((Integer) item.get("line"), String.valueOf(item.get("column"))));
        return lines;
    }

    private static SortedMap<String, Integer> byYear(List<JsonNode> exercises) {
        var sums = new TreeMap<String, Integer>();
        exercises.forEach(exercise -> sums.merge(exercise.path("dates").asText().substring(0, 4), 1, Integer::sum));
        return sums;
    }

    private static SortedMap<String, Integer> byParty(List<JsonNode> exercises) {
        var sums = new TreeMap<String, Integer>();
        exercises.forEach(exercise -> parties(exercise).forEach(party -> sums.merge(party, 1, Integer::sum)));
        return sums;
    }

    private static SortedMap<String, Integer> byPair(List<JsonNode> exercises) {
        var sums = new TreeMap<String, Integer>();
        for (var exercise : exercises) {
            var parties = parties(exercise);
            parties.forEach(one ->
                    parties.tailSet(one, false).forEach(other -> sums.merge(one + "-" + other, 1, Integer::sum)));
        }
        return sums;
    }

    /** Returns the parties of the exercise. Fails if a party is named twice. */
    private static TreeSet<String> parties(JsonNode exercise) {
        var codes = exercise.path("participants").findValuesAsText("party");
        var parties = codes.stream().collect(Collectors.toCollection(TreeSet::new));
        assertThat(parties).hasSameSizeAs(codes);
        return parties;
    }
}
