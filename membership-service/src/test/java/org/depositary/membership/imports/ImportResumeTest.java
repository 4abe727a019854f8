package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.depositary.testing.ConnectionPoolRenewal;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.TestServers;
import org.depositary.vocabulary.parties.PartyLookup;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Terminates all database sessions of the service several times during an import. What was not committed is lost, as after
 * {@code kill -9}, and the next leader continues the import.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportResumeTest {

    private static final int INTERRUPTIONS = 5;
    private static final int ORGANIZATIONS = 60;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void an_interrupted_import_continues_and_records_nothing_twice() throws SQLException {
        var prefix = "resume-" + UUID.randomUUID().toString().substring(0, 8);
        var file = stateYears(prefix);
        var database = database();
        var location = send(file, ImportRequests.newSet());
        for (int i = 0; i < INTERRUPTIONS; i++) {
            long before = retryUntilSuccess(() -> streams(prefix));
            terminateSessions(database);
            await().pollInterval(Duration.ofMillis(5))
                    .ignoreExceptions()
                    .until(() -> streams(prefix) > before || hasEnded(location));
        }
        await().ignoreExceptions().until(() -> hasEnded(location));
        ConnectionPoolRenewal.replaceBroken(dataSource, connections);
        var status = ImportRequests.status(location);
        assertThat(status.getString("status")).isEqualTo("completed");
        assertThat(status.getInt("accepted")).isEqualTo((int) changes(prefix)).isPositive();
        assertThat(status.getInt("rejected")).isZero();
        assertThat(duplicates(prefix)).isZero();
        var again = ImportRequests.sendAndWait(Map.of("format", "state-years", "set", status.getString("set")), file);
        assertThat(ImportRequests.status(again).getInt("known")).isEqualTo(status.getInt("accepted"));
        assertThat(ImportRequests.status(again).getInt("accepted")).isZero();
    }

    /** A query fails on a pooled connection whose session was terminated; the next attempt gets another one. */
    private static <T> T retryUntilSuccess(Callable<T> query) {
        return await().pollDelay(Duration.ZERO).ignoreExceptions().until(query, Objects::nonNull);
    }

    private static String send(String file, String set) {
        return ImportRequests.send(Map.of("format", "state-years", "set", set), file.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    @Test
    void an_import_interrupted_while_counting_continues_and_is_held() throws SQLException {
        var prefix = "count-" + UUID.randomUUID().toString().substring(0, 8);
        var set = ImportRequests.newSet();
        var file = stateYears(prefix);
        ImportRequests.sendAndWait(Map.of("format", "state-years", "set", set), file);
        long events = changes(prefix);
        var changed = file.replaceAll("(?m)^.*,1990,member.*\n", "");
        var dryRun =
                ImportRequests.sendAndWait(Map.of("format", "state-years", "set", set, "dry-run", "true"), changed);
        var expected = ImportRequests.status(dryRun).getMap("held");
        var location = send(changed, set);
        int interruptions = interruptWhileCounting(location);
        assertThat(interruptions).isPositive();
        await().ignoreExceptions().until(() -> hasEnded(location));
        ConnectionPoolRenewal.replaceBroken(dataSource, connections);
        assertThat(ImportRequests.status(location).getString("status")).isEqualTo("held");
        assertThat(ImportRequests.status(location).getMap("held"))
                .isEqualTo(expected)
                .isNotEmpty();
        assertThat(changes(prefix)).isEqualTo(events);
        ImportRequests.admin().post(location + "/release").then().statusCode(202);
        ImportRequests.waitForEnd(location);
        assertThat(ImportRequests.status(location).getInt("retracted")).isEqualTo(expected.get("retracted"));
        assertThat(ImportRequests.status(location).getInt("corrected")).isEqualTo(expected.get("moved"));
    }

    /** Returns how many interruptions came before all units were counted. */
    private int interruptWhileCounting(String location) throws SQLException {
        var database = database();
        int interruptions = 0;
        for (int i = 0; i < INTERRUPTIONS; i++) {
            int before = retryUntilSuccess(() -> countedUnits(location));
            interruptions += before < ORGANIZATIONS ? 1 : 0;
            terminateSessions(database);
            await().pollInterval(Duration.ofMillis(5))
                    .ignoreExceptions()
                    .until(() -> countedUnits(location) > before || hasEnded(location));
        }
        return interruptions;
    }

    private int countedUnits(String location) throws SQLException {
        var id = location.substring(location.lastIndexOf('/') + 1);
        return (int) count("SELECT count(*) FROM import_unit WHERE import = ?::uuid AND counted", id);
    }

    /** A file of parties that join and leave, and some that are members in the last year. */
    private static String stateYears(String prefix) {
        var file = new StringBuilder("organization,organization_name,party,year,status,source\n");
        var parties = PartyLookup.all().stream().limit(20).toList();
        for (int organization = 0; organization < ORGANIZATIONS; organization++) {
            for (var party : parties) {
                for (int year = 1990; year < 2000; year++) {
                    if ((organization + party.hashCode() + year) % 7 != 0) {
                        file.append("%s-%d,The League,%s,%d,member,A yearbook\n"
                                .formatted(prefix, organization, party, year));
                    }
                }
            }
        }
        return file.toString();
    }

    private static boolean hasEnded(String location) {
        return !ImportRequests.status(location).getString("status").equals("running");
    }

    private long streams(String prefix) throws SQLException {
        return count("SELECT count(*) FROM stream WHERE id LIKE ?", "membership:" + prefix + "%");
    }

    private long changes(String prefix) throws SQLException {
        return count("SELECT count(*) FROM event WHERE stream_id LIKE ?", "membership:" + prefix + "%");
    }

    private long duplicates(String prefix) throws SQLException {
        return count("""
            SELECT count(*) - count(DISTINCT (stream_id, data->>'change', data->>'effective'))
            FROM event WHERE stream_id LIKE ?
            """, "membership:" + prefix + "%");
    }

    private long count(String sql, String value) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, value);
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
