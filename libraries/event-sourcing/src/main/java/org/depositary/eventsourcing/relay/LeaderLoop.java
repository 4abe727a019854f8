package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

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

    private static final Logger LOG = Logger.getLogger(LeaderLoop.class);
    private static final Duration IDLE_MIN = Duration.ofMillis(5);
    private static final Duration IDLE_MAX = Duration.ofMillis(50);
    private static final Duration BACK_OFF = Duration.ofMillis(500);

    private final String name;
    private final Database database;
    private final Round round;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean leading;

    /** A loop called {@code name}; processes with the same name and database compete for the lead. */
    public LeaderLoop(String name, Database database, Round round) {
        this.name = name;
        this.database = database;
        this.round = round;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::keepTrying);
    }

    public void start() {
        thread.start();
    }

    /** Tells the loop that there is work, so that it need not wait for its next look. */
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /** Whether this process has the lead. */
    public boolean isLeading() {
        return leading;
    }

    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepTrying() {
        while (!closed) {
            try (var connection = connect()) {
                lead(connection);
            } catch (Throwable failure) { // An error that ended this thread would end the publishing unseen.
                LOG.warnf("%s: %s; trying again", name, failure);
                LOG.debug(name, failure);
                waitFor(BACK_OFF);
            } finally {
                leading = false;
            }
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

    private void lead(Connection connection) throws Exception {
        while (!closed && !leading) {
            leading = tryLock(connection);
            if (!leading) {
                waitFor(BACK_OFF);
            }
        }
        var idle = IDLE_MIN;
        while (!closed) {
            if (round.run(connection)) {
                idle = IDLE_MIN;
            } else {
                waitFor(idle);
                idle = idle.multipliedBy(2).compareTo(IDLE_MAX) < 0 ? idle.multipliedBy(2) : IDLE_MAX;
            }
        }
    }

    private boolean tryLock(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            select.setString(1, name);
            var row = select.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private void waitFor(Duration atMost) {
        try {
            if (woken.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
