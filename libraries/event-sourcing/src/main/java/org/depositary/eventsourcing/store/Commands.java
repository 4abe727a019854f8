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
 * Runs a request's work once: append, outbox and the kept answer are there together, or not at all.
 *
 * <p>A lost race is decided again on the new state, a few times; then {@code busy}.
 */
@ApplicationScoped
public class Commands {

    /** Told in-process after every commit that left something to publish. */
    public record Committed() {}

    private static final int ATTEMPTS = 10;

    private final DataSource dataSource;
    private final ObjectMapper mapper;
    private final Event<Committed> committed;

    Commands(DataSource dataSource, ObjectMapper mapper, Event<Committed> committed) {
        this.dataSource = dataSource;
        this.mapper = mapper;
        this.committed = committed;
    }

    /**
     * Runs the work and gives its answer, or the kept answer of the same request before.
     *
     * @param refused how a refusal that is kept under the key (409, 422) is told
     * @throws Problem the refusal of a decider, {@code stale}, {@code key-reused} or {@code busy}
     */
    public Answer run(Request request, Function<Session, Answer> work, Function<Problem, Answer> refused) {
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
        throw Problem.of(ProblemType.BUSY, "Lost the race for the stream %d times".formatted(ATTEMPTS));
    }

    /** One try; null when another session was faster. */
    private Answer attempt(
            Connection connection, Request request, Function<Session, Answer> work, Function<Problem, Answer> refused)
            throws SQLException {
        var answers = new KeptAnswers(connection, mapper);
        var session = new Session(connection, answers, request, mapper);
        try {
            var answer = work.apply(session);
            if (!session.commit(answer)) {
                return null;
            }
            if (session.hasEvents()) {
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

    /** A request that comes again is refused for what it did itself the first time: then it gets its answer of then. */
    private static Answer keptOrRefused(
            KeptAnswers answers, Request request, Problem problem, Function<Problem, Answer> refused)
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

    /** After a commit this does nothing; after anything else nothing may stay. */
    private static void end(Connection connection) throws SQLException {
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
