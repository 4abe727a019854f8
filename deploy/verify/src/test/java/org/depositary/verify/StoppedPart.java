package org.depositary.verify;

import static org.depositary.testing.Waiting.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A part of an installation that stops and stays away, and the alert that says so. */
enum StoppedPart {
    RELAY("DepositaryRelayWithoutLeader"),
    GATEWAY("DepositaryServiceDown"),
    KAFKA("DepositaryKafkaUnreachable"),
    POSTGRESQL("DepositaryDatabaseUnreachable"),
    /** The database of the log and the read models, while nothing is written. */
    GATEWAY_DATABASE("DepositaryDatabaseUnreachable"),
    /** The database of webhooks and kept exports, while nobody uses it. */
    CLIENTS_DATABASE("DepositaryDatabaseUnreachable");

    /** Brings the part back. */
    @FunctionalInterface
    interface Stopped extends AutoCloseable {
        @Override
        void close();
    }

    private static final String LEADER = "relay-membership.events";

    private final String alert;

    StoppedPart(String alert) {
        this.alert = alert;
    }

    String alert() {
        return alert;
    }

    Stopped stop(TestInstallation installation) {
        return switch (this) {
            case RELAY -> stopRelay(installation);
            case GATEWAY -> kill(installation, TestInstallation.GATEWAY);
            case KAFKA -> whileFactsWait(installation, kill(installation, TestInstallation.KAFKA));
            case POSTGRESQL -> kill(installation, TestInstallation.POSTGRESQL);
            case GATEWAY_DATABASE -> refuse(installation, "gateway");
            case CLIENTS_DATABASE -> refuse(installation, "clients");
        };
    }

    /** Freezes the launcher and kills a process. The frozen launcher does not start it again. */
    private static Stopped kill(TestInstallation installation, String process) {
        installation.signal(TestInstallation.LAUNCHER, "STOP");
        var healed = installation.kill(process);
        return () -> {
            installation.signal(TestInstallation.LAUNCHER, "CONT");
            await(process + " is back").until(healed::getAsBoolean);
        };
    }

    /** Ends the connections to a database and refuses new ones. */
    private static Stopped refuse(TestInstallation installation, String database) {
        administer(
                installation,
                "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(database),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(database));
        return () -> administer(installation, "ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(database));
    }

    private static void administer(TestInstallation installation, String... commands) {
        var address = installation.administration("postgres");
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes the leader's lock, as a process does that leads and publishes nothing. */
    private static Stopped stopRelay(TestInstallation installation) {
        var address = installation.database("membership");
        try {
            var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
            var lock = CompletableFuture.runAsync(() -> lock(connection));
            await("the lock is taken").until(() -> {
                new EventTables(installation).endLeader(LEADER);
                return lock.isDone();
            });
            lock.join();
            return whileFactsWait(installation, () -> close(connection));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Records facts that wait for publication. Brings the part back if that fails. */
    private static Stopped whileFactsWait(TestInstallation installation, Stopped stopped) {
        try {
            recordFacts(installation);
            return stopped;
        } catch (RuntimeException | Error failure) {
            stopped.close();
            throw failure;
        }
    }

    private static void lock(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('%s', 0))".formatted(LEADER));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Records an organisation and an exercise, whose events wait for publication. */
    private static void recordFacts(TestInstallation installation) {
        var curator = installation.client().with(installation.token("curator"));
        curator.put("/api/organizations/waiting-" + UUID.randomUUID(), CommandBodies.organization("Waiting"))
                .expect(201);
        curator.post("/api/exercises", CommandBodies.exercise("Waiting", "2020", "FR", "BE"))
                .expect(201);
    }
}
