package org.depositary.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.depositary.gateway.database.GatewayDatabase;
import org.jboss.logging.Logger;

/**
 * How far the change log goes and how far the read models have followed it, as this process knows it. Whoever waits for
 * either is woken by a commit in this process at once, and within {@value #SLOWEST_MILLIS} ms by one of another replica.
 */
@ApplicationScoped
public class LogProgress {

    private static final Logger LOG = Logger.getLogger(LogProgress.class);
    private static final long FASTEST_MILLIS = 5;
    private static final long SLOWEST_MILLIS = 50;
    private static final long OUTAGE_MILLIS = 500;

    private final GatewayDatabase database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition poked = lock.newCondition();
    private final Condition moved = lock.newCondition();
    private boolean poke;
    private volatile boolean closed;
    private volatile long head;
    private volatile long served;
    private volatile long headAtStart = Long.MAX_VALUE;
    private volatile boolean caughtUp;

    LogProgress(GatewayDatabase database) {
        this.database = database;
    }

    public void start() throws SQLException {
        look();
        headAtStart = head;
        caughtUp = served >= head;
        Thread.ofPlatform().name("positions").daemon().start(this::keepLooking);
    }

    public void close() {
        lock.lock();
        try {
            closed = true;
            poked.signal();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The last entry of the log. */
    public long head() {
        return head;
    }

    /** The place every read model has reached: at most a moment behind the truth. */
    public long served() {
        return served;
    }

    /** Whether the read models have once had all that the log held at the start, whoever projected it. */
    public boolean haveCaughtUp() {
        return caughtUp;
    }

    /** Waits until the log goes beyond {@code seq}; false when it does not within the time. */
    public boolean awaitHeadBeyond(long seq, Duration atMost) throws InterruptedException {
        return await(this::head, seq + 1, atMost);
    }

    /** Waits until every read model has reached {@code seq}; false when they do not within the time. */
    public boolean awaitServed(long seq, Duration atMost) throws InterruptedException {
        return await(this::served, seq, atMost);
    }

    private boolean await(LongSupplier place, long seq, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (place.getAsLong() < seq && nanos > 0 && !closed) {
                nanos = moved.awaitNanos(nanos);
            }
            return place.getAsLong() >= seq;
        } finally {
            lock.unlock();
        }
    }

    /** The feeder has committed entries up to {@code seq}. */
    public void appended(long seq) {
        moveTo(Math.max(seq, head), served);
    }

    /** A projector has committed its position. */
    public void projected() {
        lock.lock();
        try {
            poke = true;
            poked.signal();
        } finally {
            lock.unlock();
        }
    }

    private void keepLooking() {
        long idle = FASTEST_MILLIS;
        while (!closed) {
            try {
                idle = look() ? FASTEST_MILLIS : Math.min(idle * 2, SLOWEST_MILLIS);
            } catch (SQLException | RuntimeException | Error failure) {
                LOG.debug("The positions cannot be read now", failure);
                idle = OUTAGE_MILLIS;
            }
            waitForPoke(idle);
        }
    }

    private void waitForPoke(long millis) {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!poke && nanos > 0 && !closed) {
                nanos = poked.awaitNanos(nanos);
            }
            poke = false;
        } catch (InterruptedException interrupted) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private boolean look() throws SQLException {
        var sql = "SELECT (SELECT seq FROM change_head), (SELECT coalesce(min(seq), 0) FROM position)";
        boolean changed = database.autoCommit(connection -> {
            try (var statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return moveTo(row.getLong(1), row.getLong(2));
            }
        });
        caughtUp |= served >= headAtStart;
        return changed;
    }

    private boolean moveTo(long newHead, long newServed) {
        lock.lock();
        try {
            if (newHead == head && newServed == served) {
                return false;
            }
            head = newHead;
            served = newServed;
            moved.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
