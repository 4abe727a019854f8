package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.depositary.eventsourcing.background.BackgroundLoop;

/**
 * Work that exactly one process of a service does at a time.
 *
 * <p>The leader holds a session advisory lock on a direct connection (a pooler would hand the session to
 * others). Its work uses that same connection: when the session is gone, so is the leadership, and nothing
 * more can be done in its name.
 */
public final class LeaderLoop implements AutoCloseable {

    /** One round of work on the leader's connection. */
    @FunctionalInterface
    public interface Round {
        /**
         * Does what there is to do.
         *
         * @return whether there may be more
         */
        boolean run(Connection connection) throws Exception;
    }

    /** How to reach the database without the pool. */
    public record Database(String jdbcUrl, String username, String password) {}

    private static final int IDLE_MIN_MILLIS = 5;
    private static final int IDLE_MAX_MILLIS = 50;
    private static final Duration LOCK_INTERVAL = Duration.ofMillis(500);

    private final String name;
    private final Database database;
    private final Round round;
    private final BackgroundLoop loop;
    private Connection connection;
    private long idleMillis;
    private volatile boolean leading;

    /** A loop called {@code name}; processes with the same name and database compete for the lead. */
    public LeaderLoop(String name, Database database, Round round) {
        this.name = name;
        this.database = database;
        this.round = round;
        this.loop = new BackgroundLoop(name, this::lead, this::disconnect);
    }

    public void start() {
        loop.start();
    }

    /** Tells the loop that there is work, so that it need not wait for its next look. */
    public void wake() {
        loop.wake();
    }

    /** Whether this process has the lead. */
    public boolean isLeading() {
        return leading;
    }

    /** How long this process has failed to connect or to work; zero if it does not fail. */
    Duration failingFor() {
        return loop.failingFor();
    }

    @Override
    public void close() {
        loop.close();
    }

    private Duration lead() throws Exception {
        try {
            if (connection == null) {
                connection = connect();
            }
            leading = leading || tryLock();
            if (!leading) {
                return LOCK_INTERVAL;
            }
            idleMillis = round.run(connection) ? 0 : Math.clamp(idleMillis * 2, IDLE_MIN_MILLIS, IDLE_MAX_MILLIS);
            return Duration.ofMillis(idleMillis);
        } catch (Throwable failure) {
            disconnect();
            throw failure;
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        properties.setProperty("ApplicationName", name);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(database.jdbcUrl(), properties);
    }

    private boolean tryLock() throws SQLException {
        try (var select = connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            select.setString(1, name);
            var row = select.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private void disconnect() {
        leading = false;
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyBroken) {
            // It is closed all the same.
        }
        connection = null;
    }
}
