package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * Runs a command in a transaction: its events, the outbox rows and the answer under the idempotency key commit
 * together or not at all.
 *
 * <p>If another transaction changed a stream first, the work runs again on the new state, up to {@code ATTEMPTS}
 * times. Then the command fails with {@code busy}.
 */
@ApplicationScoped
public class CommandExecutor {

    /** Fired after each commit that added events to the outbox. */
    public record Committed() {}

    static final int ATTEMPTS = 10;

    private final DataSource dataSource;
    private final ObjectMapper mapper;
    private final Event<Committed> committed;

    CommandExecutor(DataSource dataSource, ObjectMapper mapper, Event<Committed> committed) {
        this.dataSource = dataSource;
        this.mapper = mapper;
        this.committed = committed;
    }

    /**
     * Runs the work and returns its answer, or the answer that is stored under the key of the request.
     *
     * @param refused converts a refusal that is stored under the key (409, 422) to an answer
     * @throws Problem the refusal of a decider, {@code stale}, {@code key-reused} or {@code busy}
     */
    public CommandAnswer run(
            CommandRequest request,
            Function<UnitOfWork, CommandAnswer> work,
            Function<Problem, CommandAnswer> refused) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (var connection = dataSource.getConnection()) {
                var answer = attempt(connection, request, work, refused);
                if (answer != null) {
                    return answer;
                }
            } catch (SQLException failure) {
                var database = new DatabaseFailure(failure);
                if (!database.isContention()) {
                    throw database;
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, 2_000_000L << Math.min(attempt, 5)));
        }
        throw Problem.of(ProblemType.BUSY, "Another writer changed the stream first, %d times".formatted(ATTEMPTS));
    }

    /** Runs the work once. Returns null if another transaction changed a stream first. */
    private CommandAnswer attempt(
            Connection connection,
            CommandRequest request,
            Function<UnitOfWork, CommandAnswer> work,
            Function<Problem, CommandAnswer> refused)
            throws SQLException {
        var answers = new StoredAnswerTable(connection, mapper);
        var unitOfWork = new UnitOfWork(connection, answers, request, mapper);
        try {
            var answer = work.apply(unitOfWork);
            if (!unitOfWork.commit(answer)) {
                return null;
            }
            if (unitOfWork.hasEvents()) {
                committed.fire(new Committed());
            }
            return answer;
        } catch (Problem problem) {
            end(connection);
            return keptOrRefused(answers, request, problem, refused);
        } catch (SQLException failure) {
            if (!new DatabaseFailure(failure).isKeyTaken()) {
                throw failure;
            }
            end(connection);
            return answers.find(request).orElse(null);
        } catch (RuntimeException failure) {
            if (!DatabaseFailure.isLostRace(failure)) {
                throw failure;
            }
            return null;
        } finally {
            end(connection);
        }
    }

    /**
     * Returns the stored answer if the key has one, otherwise the refusal. A repeated request may be refused because
     * its first attempt succeeded; it then gets the answer of that attempt.
     */
    private static CommandAnswer keptOrRefused(
            StoredAnswerTable answers,
            CommandRequest request,
            Problem problem,
            Function<Problem, CommandAnswer> refused)
            throws SQLException {
        var kept = answers.find(request);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (problem.type().isKept() && request.key().isPresent()) {
            answers.keepRefusal(answers.of(request, refused.apply(problem)).orElseThrow());
        }
        throw problem;
    }

    /** Rolls back the transaction. Has no effect after a commit. */
    private static void end(Connection connection) throws SQLException {
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
