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
import org.depositary.testing.EndedSessions;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.TestServers;
import org.depositary.vocabulary.Parties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Ends every session of the service with the database, again and again while it imports: whatever was not committed is
 * gone, as after {@code kill -9}, and the work is taken up by whoever leads next.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportResumeTest {

    private static final int CUTS = 5;
    private static final int ORGANIZATIONS = 60;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void whatIsCutOffGoesOnByItselfAndNothingIsThereTwice() throws SQLException {
        var prefix = "cut-" + UUID.randomUUID().toString().substring(0, 8);
        var file = stateYears(prefix);
        var database = database();
        var location = send(file, ImportRequests.aSet());
        for (int cut = 0; cut < CUTS; cut++) {
            long before = onceItWorks(() -> streams(prefix));
            endSessions(database);
            await().pollInterval(Duration.ofMillis(5))
                    .ignoreExceptions()
                    .until(() -> streams(prefix) > before || isEnded(location));
        }
        await().ignoreExceptions().until(() -> isEnded(location));
        EndedSessions.notice(dataSource, connections);
        var view = ImportRequests.status(location);
        assertThat(view.getString("status")).isEqualTo("completed");
        assertThat(view.getInt("accepted")).isEqualTo((int) changes(prefix)).isPositive();
        assertThat(view.getInt("rejected")).isZero();
        assertThat(repeated(prefix)).isZero();
        var again = ImportRequests.imported(Map.of("format", "state-years", "set", view.getString("set")), file);
        assertThat(ImportRequests.status(again).getInt("known")).isEqualTo(view.getInt("accepted"));
        assertThat(ImportRequests.status(again).getInt("accepted")).isZero();
    }

    /** Whoever gets a connection whose session was ended fails, and gets another one next time. */
    private static <T> T onceItWorks(Callable<T> look) {
        return await().pollDelay(Duration.ZERO).ignoreExceptions().until(look, Objects::nonNull);
    }

    private static String send(String file, String set) {
        return ImportRequests.send(Map.of("format", "state-years", "set", set), file.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    @Test
    void whatIsCutOffWhileItIsCountedGoesOnByItselfAndIsHeld() throws SQLException {
        var prefix = "count-" + UUID.randomUUID().toString().substring(0, 8);
        var set = ImportRequests.aSet();
        var file = stateYears(prefix);
        ImportRequests.imported(Map.of("format", "state-years", "set", set), file);
        long events = changes(prefix);
        var changed = file.replaceAll("(?m)^.*,1990,member.*\n", "");
        var dryRun = ImportRequests.imported(Map.of("format", "state-years", "set", set, "dry-run", "true"), changed);
        var expected = ImportRequests.status(dryRun).getMap("held");
        var location = send(changed, set);
        int cuts = cutWhileItCounts(location);
        assertThat(cuts).isPositive();
        await().ignoreExceptions().until(() -> isEnded(location));
        EndedSessions.notice(dataSource, connections);
        assertThat(ImportRequests.status(location).getString("status")).isEqualTo("held");
        assertThat(ImportRequests.status(location).getMap("held")).isEqualTo(expected).isNotEmpty();
        assertThat(changes(prefix)).isEqualTo(events);
        ImportRequests.admin().post(location + "/release").then().statusCode(202);
        ImportRequests.ended(location);
        assertThat(ImportRequests.status(location).getInt("retracted")).isEqualTo(expected.get("retracted"));
        assertThat(ImportRequests.status(location).getInt("corrected")).isEqualTo(expected.get("moved"));
    }

    /** How often its sessions were ended before the end of it. */
    private int cutWhileItCounts(String location) throws SQLException {
        var database = database();
        int cuts = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            int before = onceItWorks(() -> counted(location));
            cuts += before < ORGANIZATIONS ? 1 : 0;
            endSessions(database);
            await().pollInterval(Duration.ofMillis(5))
                    .ignoreExceptions()
                    .until(() -> counted(location) > before || isEnded(location));
        }
        return cuts;
    }

    private int counted(String location) throws SQLException {
        var id = location.substring(location.lastIndexOf('/') + 1);
        return (int) count("SELECT count(*) FROM import_unit WHERE import = ?::uuid AND counted", id);
    }

    /** Parties that come and go, and stay in the last year. */
    private static String stateYears(String prefix) {
        var file = new StringBuilder("organization,organization_name,party,year,status,source\n");
        var parties = Parties.all().stream().limit(20).toList();
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

    private static boolean isEnded(String location) {
        return !ImportRequests.status(location).getString("status").equals("running");
    }

    private long streams(String prefix) throws SQLException {
        return count("SELECT count(*) FROM stream WHERE id LIKE ?", "membership:" + prefix + "%");
    }

    private long changes(String prefix) throws SQLException {
        return count("SELECT count(*) FROM event WHERE stream_id LIKE ?", "membership:" + prefix + "%");
    }

    private long repeated(String prefix) throws SQLException {
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

    private static void endSessions(String database) throws SQLException {
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
