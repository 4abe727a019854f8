package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** exercises-service is killed while it imports a file. It continues the import, loses no row and doubles none. */
@Tag("full")
class ExerciseImportKillTest {

    private static final int ROWS = 3_000;
    /** Every third exercise has two parties, the others have three. */
    private static final int PARTICIPATIONS = ROWS / 3 * 2 + ROWS / 3 * 2 * 3;

    private static final String SET = "set=killed";

    @Test
    void a_killed_import_continues_and_records_every_row_once() throws Exception {
        try (var installation = TestInstallation.start("exercise-import", "--empty")) {
            var imports = new SentImports(installation);
            var tables = new EventTables(installation);
            var location = KilledImport.ofExercises(installation, SET, file());
            assertThat(tables.count())
                    .as("recorded before the kill")
                    .isPositive()
                    .isLessThan(ROWS);
            KilledImport.mend(installation, TestInstallation.EXERCISES_SERVICE);
            await("exercises-service is back").until(installation::ready);

            assertThat(imports.completed(location))
                    .containsEntry("rows", ROWS)
                    .containsEntry("accepted", ROWS)
                    .containsEntry("rejected", 0);
            assertEveryRowOnce(installation);
            assertThat(imports.completed(imports.send("/api/imports/exercises?" + SET, file())))
                    .containsEntry("known", ROWS)
                    .containsEntry("accepted", 0);
            assertThat(tables.count()).isEqualTo(ROWS);
        }
    }

    private static String file() {
        return IntStream.range(0, ROWS)
                .mapToObj(n -> "%d,Exercise %d,exercise,%d-0%d,%s,A data set"
                        .formatted(n, n, 1950 + n % 70, 1 + n % 9, n % 3 == 0 ? "KZ;KG" : "CN;RU;TJ"))
                .collect(Collectors.joining("\n", "id,name,kind,start,participants,source\n", "\n"));
    }

    private static void assertEveryRowOnce(TestInstallation installation) {
        var recorded = new EventTables(installation).events().gapless();
        assertThat(recorded.entries()).hasSize(ROWS);
        assertThat(recorded.entries()).extracting(ObservedEvent::stream).doesNotHaveDuplicates();
        var changes = new ChangeFeedClient(installation.client());
        var pages = changes.follow();
        await("the gateway has every event")
                .until(() -> pages.more() >= recorded.entries().size());
        pages.ledger().gapless().sameAs(recorded);

        var statistics = installation
                .client()
                .get("/api/exercises/statistics?by=party")
                .expect(200)
                .body();
        assertThat(statistics.path("total").path("exercises").asInt()).isEqualTo(ROWS);
        assertThat(sum(statistics)).isEqualTo(PARTICIPATIONS);
    }

    private static int sum(JsonNode statistics) {
        int sum = 0;
        for (var party : statistics.path("items")) {
            sum += party.path("exercises").asInt();
        }
        return sum;
    }
}
