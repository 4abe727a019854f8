package org.depositary.membership.imports;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.store.DatabaseFailure;

/**
 * Counts how often each import failed. What is no outage will not go away by trying for ever, and must not keep later
 * imports waiting.
 */
final class ImportFailures {

    private static final int GIVEN_UP = 20;
    private static final int FAILED = 4;
    /** Out of memory, cancelled: it may pass, or be what one unit asks of the database. Tried for ten seconds. */
    private static final Set<String> SHORT = Set.of("53200", "57014");

    private final Map<UUID, Integer> weights = new HashMap<>();

    /** Whether the import is to be given up after this failure. */
    boolean areTooMany(UUID id, RuntimeException failure) {
        return weights.merge(id, weight(failure), Integer::sum) >= GIVEN_UP;
    }

    void forget(UUID id) {
        weights.remove(id);
    }

    private static int weight(RuntimeException failure) {
        if (failure instanceof Problem problem && problem.type() == ProblemType.BUSY) {
            return 0;
        }
        if (failure instanceof DatabaseFailure database && database.isOutage()) {
            return database.getCause() instanceof SQLException told
                            && SHORT.contains(String.valueOf(told.getSQLState()))
                    ? 1
                    : 0;
        }
        return FAILED;
    }
}
