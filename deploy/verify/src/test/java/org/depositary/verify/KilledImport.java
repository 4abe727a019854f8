package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * An import during which membership-service is killed (SIGKILL), always at the same place: a transaction of this
 * class creates the streams of the later organisations, so the service waits for its end. Kafka is frozen, so the
 * recorded events are still in the outbox.
 */
final class KilledImport {

    private static final String SESSIONS = " FROM pg_stat_activity WHERE usename = 'membership'";

    private KilledImport() {}

    /**
     * Starts the import and kills membership-service. It does not start again until {@link #mend}.
     *
     * @param recorded the number of organisations that are recorded before
     * @return the URL of the import
     */
    static String of(TestInstallation installation, String set, String file, int recorded)
            throws SQLException, IOException {
        var imports = new MembershipImports(installation);
        var organizations = StateYearFile.parse(file).expected().keySet();
        String location;
        try (var blocking = administrator(installation);
                var looking = administrator(installation)) {
            blocking.setAutoCommit(false);
            begin(blocking, organizations.stream().skip(recorded).toList());
            installation.signal(TestInstallation.KAFKA, "STOP");
            location = imports.send(set, file);
            await("the import waits for a stream")
                    .until(() -> done(imports, location) == recorded && isWaiting(looking));
            kill(installation, looking);
            blocking.rollback();
        } finally {
            installation.signal(TestInstallation.KAFKA, "CONT");
        }
        assertThat(registered(installation, organizations)).hasSize(recorded);
        assertThat(new EventTables(installation).outbox()).as("not published").isPositive();
        return location;
    }

    private static void begin(Connection blocking, List<String> organizations) throws SQLException {
        var sql = "INSERT INTO stream (id, type, version, recorded_at) VALUES (?, 'organization', 1, now())";
        try (var insert = blocking.prepareStatement(sql)) {
            for (var organization : organizations) {
                insert.setString(1, "organization:" + organization);
                insert.executeUpdate();
            }
        }
    }

    private static int done(MembershipImports imports, String location) {
        return imports.status(location).path("progress").path("done").asInt();
    }

    private static boolean isWaiting(Connection looking) throws SQLException {
        return count(looking, "SELECT count(*)" + SESSIONS + " AND wait_event_type = 'Lock'") > 0;
    }

    /** Also ends its database sessions, which would otherwise keep waiting for the stream. */
    private static void kill(TestInstallation installation, Connection administrator) throws SQLException, IOException {
        Files.writeString(installation.environment(TestInstallation.MEMBERSHIP_SERVICE), "JDK_JAVA_OPTIONS=-version\n");
        installation.kill(TestInstallation.MEMBERSHIP_SERVICE);
        count(administrator, "SELECT count(pg_terminate_backend(pid))" + SESSIONS);
        await("the sessions of the killed process have ended")
                .until(() -> count(administrator, "SELECT count(*)" + SESSIONS) == 0);
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<String> registered(TestInstallation installation, Set<String> organizations) {
        return new EventTables(installation)
                .events().entries().stream()
                        .map(event -> event.stream().replace("organization:", ""))
                        .filter(organizations::contains)
                        .toList();
    }

    private static Connection administrator(TestInstallation installation) throws SQLException {
        var address = installation.administration("membership");
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** Lets membership-service start again. */
    static void mend(TestInstallation installation) throws IOException {
        Files.delete(installation.environment(TestInstallation.MEMBERSHIP_SERVICE));
    }
}
