package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An import during which its service is killed (SIGKILL). A transaction of this class holds locks, so the service waits
 * in the middle of its own transactions. Kafka is frozen, so the recorded events are still in the outbox.
 */
record KilledImport(TestInstallation installation, String service) {

    /** Locks what the import needs. */
    private interface Locks {
        void take(Connection connection) throws SQLException;
    }

    /** Lets the import do a part of its work, until it waits for locks again. */
    private interface Part {
        void allow(Connection connection, String location) throws SQLException;
    }

    /**
     * Starts an import of memberships and kills membership-service. It does not start again until {@link #mend}. The kill
     * is always at the same place: the streams of the later organisations are locked.
     *
     * @param recorded the number of organisations that are recorded before
     * @return the URL of the import
     */
    static String ofMemberships(TestInstallation installation, String set, String file, int recorded)
            throws SQLException, IOException {
        var imports = new MembershipImports(installation);
        var organizations = StateYearFile.parse(file).expected().keySet();
        var later = organizations.stream().skip(recorded).toList();
        var location = new KilledImport(installation, TestInstallation.MEMBERSHIP_SERVICE)
                .start(locks -> insertStreams(locks, later), () -> imports.send(set, file), (locks, sent) -> await(
                                "the earlier organisations are recorded")
                        .until(() -> imports.sent().done(sent) == recorded));
        assertThat(registered(installation, organizations)).hasSize(recorded);
        return location;
    }

    /**
     * Starts an import of exercises and kills exercises-service. It does not start again until {@link #mend}. Some
     * batches are recorded, and some are recorded but not committed.
     *
     * @return the URL of the import
     */
    static String ofExercises(TestInstallation installation, String query, String file)
            throws SQLException, IOException {
        var imports = new SentImports(installation);
        // The last table that the transaction of a batch writes to, after its events.
        var lock = "LOCK TABLE set_fact IN SHARE MODE";
        return new KilledImport(installation, TestInstallation.EXERCISES_SERVICE)
                .start(
                        locks -> execute(locks, lock),
                        () -> imports.send("/api/imports/exercises?" + query, file),
                        // In one request, so that only the batches that wait are committed, and few others.
                        (locks, sent) -> execute(locks, "COMMIT; BEGIN; " + lock));
    }

    private String start(Locks locks, Supplier<String> send, Part part) throws SQLException, IOException {
        String location;
        try (var holder = administrator();
                var observer = administrator()) {
            execute(holder, "BEGIN");
            locks.take(holder);
            installation.signal(TestInstallation.KAFKA, "STOP");
            location = send.get();
            awaitWaiting(observer);
            part.allow(holder, location);
            awaitWaiting(observer);
            kill(observer);
            execute(holder, "ROLLBACK");
        } finally {
            installation.signal(TestInstallation.KAFKA, "CONT");
        }
        assertThat(new EventTables(installation).outbox()).as("not published").isPositive();
        return location;
    }

    private static void insertStreams(Connection connection, Collection<String> organizations) throws SQLException {
        var sql = "INSERT INTO stream (id, type, version, recorded_at) VALUES (?, 'organization', 1, now())";
        try (var insert = connection.prepareStatement(sql)) {
            for (var organization : organizations) {
                insert.setString(1, "organization:" + organization);
                insert.executeUpdate();
            }
        }
    }

    private void awaitWaiting(Connection observer) {
        await("the import waits for a lock")
                .until(() -> count(observer, "SELECT count(*)" + sessions() + " AND wait_event_type = 'Lock'") > 0);
    }

    /** Also ends its database sessions, which would otherwise keep waiting for the locks. */
    private void kill(Connection administrator) throws SQLException, IOException {
        Files.writeString(installation.environment(service), "JDK_JAVA_OPTIONS=-version\n");
        installation.kill(service);
        count(administrator, "SELECT count(pg_terminate_backend(pid))" + sessions());
        await("the sessions of the killed process have ended")
                .until(() -> count(administrator, "SELECT count(*)" + sessions()) == 0);
    }

    private String sessions() {
        return " FROM pg_stat_activity WHERE usename = '%s'".formatted(database());
    }

    private String database() {
        return service.replace("-service", "");
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> registered(TestInstallation installation, Set<String> organizations) {
        return new EventTables(installation)
                .events().entries().stream()
                        .map(event -> event.stream().replace("organization:", ""))
                        .filter(organizations::contains)
                        .toList();
    }

    private Connection administrator() throws SQLException {
        var address = installation.administration(database());
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** Lets the service start again. */
    static void mend(TestInstallation installation, String service) throws IOException {
        Files.delete(installation.environment(service));
    }
}
