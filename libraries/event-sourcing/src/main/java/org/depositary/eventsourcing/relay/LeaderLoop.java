package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.depositary.eventsourcing.background.BackgroundLoop;

/**
 * Runs work that only one process of a service may do at a time, the leader.
 *
 * <p>The leader holds a session advisory lock on a direct connection, because a pooler would give the session to
 * others. The work uses the same connection: when the session ends, the leadership ends too, and no further work can
 * be done with it.
 */
public final class LeaderLoop implements AutoCloseable {

    /** One round of work on the leader's connection. */
    @FunctionalInterface
    public interface Round {
        /**
         * Runs one round.
         *
         * @return whether more work may be waiting; then the next round starts at once
         */
        boolean run(Connection connection) throws Exception;
    }

    /** URL and credentials of a database connection without a pool. */
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

    /** Creates the loop. Processes that use the same name and database compete for the leadership. */
    public LeaderLoop(String name, Database database, Round round) {
        this.name = name;
        this.database = database;
        this.round = round;
        this.loop = new BackgroundLoop(name, this::lead, this::disconnect);
    }

    public void start() {
        loop.start();
    }

    /** Starts the next round at once instead of after the usual pause, because new work exists. */
    public void wake() {
        loop.wake();
    }

    public boolean isLeading() {
        return leading;
    }

    /** The time since this process first failed to connect or to work. Zero if it does not fail. */
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
            // A failure to close is ignored, because the connection is discarded anyway.
        }
        connection = null;
    }
}
