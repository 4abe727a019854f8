package org.depositary.exercises.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.depositary.testing.ConnectionPoolRenewal;
import org.depositary.testing.ExerciseDataSet;
import org.depositary.testing.ExerciseDataSetGenerator;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.TestServers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Terminates all database sessions of the service several times during an import. What was not committed is lost, as after
 * {@code kill -9}, and the next leader continues the import.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class ExerciseImportResumeTest {

    private static final int INTERRUPTIONS = 5;
    private static final int ROWS = 2_000;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void an_interrupted_import_continues_and_records_nothing_twice() throws SQLException {
        var file = ExerciseDataSetGenerator.generate(ROWS, 11);
        var query = new HashMap<>(ExerciseDataSet.PARAMETERS);
        query.put("set", ExerciseImports.newSet());
        var set = query.get("set");
        var database = database();
        var location = ExerciseImports.send(query, file.csv()).header("Location");
        for (int i = 0; i < INTERRUPTIONS; i++) {
            long before = retryUntilSuccess(() -> recorded(set));
            terminateSessions(database);
            await().pollInterval(Duration.ofMillis(5))
                    .ignoreExceptions()
                    .until(() -> recorded(set) > before || hasEnded(location));
        }
        await().ignoreExceptions().until(() -> hasEnded(location));
        ConnectionPoolRenewal.replaceBroken(dataSource, connections);
        ExerciseImports.assertCompleted(
                location,
                "accepted",
                file.exercises(),
                "rejected",
                file.rejectedLines().size());
        assertThat(recorded(set)).isEqualTo(file.exercises());
        assertThat(new RecordedExerciseRows(dataSource).eventTypes(set))
                .hasSize(file.exercises())
                .containsOnly("exercise-recorded");
        ExerciseImports.assertCompleted(
                ExerciseImports.sendAndWait(query, file.csv()), "accepted", 0, "known", file.exercises());
    }

    /** A query fails on a pooled connection whose session was terminated; the next attempt gets another one. */
    private static <T> T retryUntilSuccess(Callable<T> query) {
        return await().pollDelay(Duration.ZERO).ignoreExceptions().until(query, Objects::nonNull);
    }

    private static boolean hasEnded(String location) {
        return !ExerciseImports.status(location).getString("status").equals("running");
    }

    private long recorded(String set) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("SELECT count(*) FROM set_fact WHERE set_id = ?")) {
            select.setString(1, set);
            var row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private String database() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return connection.getCatalog();
        }
    }

    private static void terminateSessions(String database) throws SQLException {
        var postgres = TestServers.running().postgres();
        try (var administrator =
                        DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", postgres.password());
                var select = administrator.prepareStatement(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")) {
            select.setString(1, database);
            select.executeQuery();
        }
    }
}
