package org.depositary.eventsourcing.database;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.depositary.eventsourcing.background.BackgroundLoop;

/**
 * Asks a database every two seconds whether it answers, so that a lost one is noticed without any request. Waiting for a
 * connection of the pool counts as waiting for the answer.
 */
final class DatabaseProbe implements AutoCloseable {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);
    /** A connection that a firewall has cut off fails only by a timeout. */
    private static final int ANSWER_TIMEOUT_MILLIS = 5_000;

    private static final long ANSWERED = Long.MAX_VALUE;

    private final DataSource database;
    private final BackgroundLoop loop;
    private volatile long unansweredSince = ANSWERED;

    /** @param name of the database, in log messages */
    DatabaseProbe(String name, DataSource database) {
        this.database = database;
        this.loop = new BackgroundLoop("probe of database " + name, this::ask);
    }

    void start() {
        loop.start();
    }

    /** The time since the first question that the database has not answered. Zero if it has answered all. */
    Duration failingFor() {
        long since = unansweredSince;
        return since == ANSWERED ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    @Override
    public void close() {
        loop.close();
    }

    private Duration ask() throws SQLException {
        if (unansweredSince == ANSWERED) {
            unansweredSince = System.nanoTime();
        }
        query();
        unansweredSince = ANSWERED;
        return BETWEEN_QUESTIONS;
    }

    private void query() throws SQLException {
        try (var connection = database.getConnection()) {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, ANSWER_TIMEOUT_MILLIS);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }
}
