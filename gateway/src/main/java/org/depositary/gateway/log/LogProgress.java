package org.depositary.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.depositary.eventsourcing.background.BackgroundLoop;
import org.depositary.gateway.database.GatewayDatabase;

/**
 * The end of the change log and the position that all read models have reached, as last seen by this process. A commit
 * in this process wakes waiting threads at once; a commit of another replica within {@value #LONGEST_PAUSE_MILLIS} ms.
 */
@ApplicationScoped
public class LogProgress {

    private static final long SHORTEST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final GatewayDatabase database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition positionsChanged = lock.newCondition();
    private final BackgroundLoop loop = new BackgroundLoop("positions", this::readAgain);
    private long pauseMillis = SHORTEST_PAUSE_MILLIS;
    private volatile boolean closed;
    private volatile long head;
    private volatile long served;
    private volatile long headAtStart = Long.MAX_VALUE;
    private volatile boolean caughtUp;

    LogProgress(GatewayDatabase database) {
        this.database = database;
    }

    public void start() throws SQLException {
        readPositions();
        headAtStart = head;
        caughtUp = served >= head;
        loop.start();
    }

    public void close() {
        lock.lock();
        try {
            closed = true;
            positionsChanged.signalAll();
        } finally {
            lock.unlock();
        }
        loop.close();
    }

    public long head() {
        return head;
    }

    /** The position that all read models have reached. May be some milliseconds older than the database. */
    public long served() {
        return served;
    }

    /** Whether the read models have reached the position that was the end of the log when this process started. */
    public boolean haveCaughtUp() {
        return caughtUp;
    }

    /** Waits until the log has an entry after {@code seq}. Returns false on timeout. */
    public boolean awaitHeadBeyond(long seq, Duration timeout) throws InterruptedException {
        return await(this::head, seq + 1, timeout);
    }

    /** Waits until all read models have reached {@code seq}. Returns false on timeout. */
    public boolean awaitServed(long seq, Duration timeout) throws InterruptedException {
        return await(this::served, seq, timeout);
    }

    private boolean await(LongSupplier position, long seq, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            while (position.getAsLong() < seq && nanos > 0 && !closed) {
                nanos = positionsChanged.awaitNanos(nanos);
            }
            return position.getAsLong() >= seq;
        } finally {
            lock.unlock();
        }
    }

    /** Must be called after the feeder has committed entries up to {@code seq}. Wakes waiting threads. */
    public void appended(long seq) {
        moveTo(Math.max(seq, head), served);
    }

    /** Must be called after a projector has committed its position. Wakes waiting threads. */
    public void projected() {
        loop.wake();
    }

    private Duration readAgain() throws SQLException {
        pauseMillis = readPositions() ? SHORTEST_PAUSE_MILLIS : Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
        return Duration.ofMillis(pauseMillis);
    }

    private boolean readPositions() throws SQLException {
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
            positionsChanged.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
