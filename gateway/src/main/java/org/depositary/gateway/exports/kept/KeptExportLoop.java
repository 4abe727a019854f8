package org.depositary.gateway.exports.kept;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.background.BackgroundLoop;
import org.depositary.gateway.database.ClientsDatabase;
import org.depositary.gateway.database.GatewayDatabase;
import org.jboss.logging.Logger;

/** Makes requested exports one after the other, also those that a process left when it was killed. */
@ApplicationScoped
class KeptExportLoop {

    private static final Logger LOG = Logger.getLogger(KeptExportLoop.class);
    private static final Duration UNTIL_NEXT_LOOK = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 5;

    /** Counts the attempt before it begins, so that an export that kills the process is not tried for ever. */
    private static final String CLAIM = """
            UPDATE kept_export SET attempts = attempts + 1
            WHERE id = (SELECT id FROM kept_export WHERE status = 'making' ORDER BY attempts, number LIMIT 1
                        FOR UPDATE SKIP LOCKED)
            RETURNING id, attempts
            """;

    private record Claimed(UUID id, int attempts) {}

    private final ClientsDatabase database;
    private final KeptExportMaker maker;
    private final BackgroundLoop loop = new BackgroundLoop("kept-exports", this::round);

    KeptExportLoop(ClientsDatabase database, KeptExportMaker maker) {
        this.database = database;
        this.maker = maker;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
    }

    void wake() {
        loop.wake();
    }

    private Duration round() throws SQLException {
        var claimed = database.transaction(KeptExportLoop::claim);
        if (claimed.isEmpty()) {
            return UNTIL_NEXT_LOOK;
        }
        return attempt(claimed.get()) ? Duration.ZERO : UNTIL_NEXT_LOOK;
    }

    private static Optional<Claimed> claim(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement(CLAIM)) {
            var row = update.executeQuery();
            return row.next()
                    ? Optional.of(new Claimed(row.getObject(1, UUID.class), row.getInt(2)))
                    : Optional.empty();
        }
    }

    /** Returns whether the export needs no further attempt. */
    private boolean attempt(Claimed export) throws SQLException {
        if (export.attempts() > MOST_ATTEMPTS) {
            // The earlier attempts ended with the process.
            return giveUp(export);
        }
        try {
            maker.make(export.id());
            return true;
        } catch (TooLargeExport failure) {
            return fail(export.id(), failure.getMessage());
        } catch (IOException | SQLException | RuntimeException failure) {
            LOG.warnf(failure, "Attempt %d of export %s failed", export.attempts(), export.id());
            return handle(failure, export);
        }
    }

    private boolean handle(Exception failure, Claimed export) throws SQLException {
        if (failure instanceof Problem problem && problem.type() == ProblemType.UNKNOWN_CURSOR) {
            // The new log may still be incomplete, so an export of it could lack what was known at the instant.
            return fail(export.id(), "The change log was rebuilt before the export was made. Request it again");
        }
        if (isTransient(failure)) {
            return uncount(export.id());
        }
        return export.attempts() >= MOST_ATTEMPTS && giveUp(export);
    }

    private boolean giveUp(Claimed export) throws SQLException {
        return fail(
                export.id(), "It could not be made in %d attempts. The log has the reason".formatted(MOST_ATTEMPTS));
    }

    private static boolean isTransient(Throwable failure) {
        return switch (failure) {
            case null -> false;
            case Problem problem -> problem.retryAfter().isPresent();
            case SQLException database -> GatewayDatabase.isTransient(database);
            default -> isTransient(failure.getCause());
        };
    }

    private boolean uncount(UUID id) throws SQLException {
        database.transaction(connection -> {
            var sql = "UPDATE kept_export SET attempts = attempts - 1 WHERE id = ? AND status = 'making'";
            try (var update = connection.prepareStatement(sql)) {
                update.setObject(1, id);
                return update.executeUpdate();
            }
        });
        return false;
    }

    private boolean fail(UUID id, String problem) throws SQLException {
        database.transaction(connection -> {
            var sql = "UPDATE kept_export SET status = 'failed', problem = ? WHERE id = ? AND status = 'making'";
            try (var update = connection.prepareStatement(sql)) {
                update.setString(1, problem);
                update.setObject(2, id);
                return update.executeUpdate();
            }
        });
        return true;
    }
}
