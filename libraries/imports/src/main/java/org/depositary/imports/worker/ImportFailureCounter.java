package org.depositary.imports.worker;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.store.DatabaseFailure;

/**
 * Counts the failures of each import, so that the worker gives up an import that can never succeed. Otherwise its
 * retries would block later imports for ever. A database outage does not count, because it is not the fault of the
 * import.
 */
final class ImportFailureCounter {

    private static final int MAX_WEIGHT = 20;
    private static final int DEFAULT_WEIGHT = 4;
    /**
     * The weight of a failure that can be temporary or the fault of the import. An import may fail 20 times in this
     * way, which takes about 17 seconds.
     */
    private static final int UNCLEAR_WEIGHT = 1;

    private static final String OUT_OF_MEMORY = "53200";
    private static final String QUERY_CANCELED = "57014";
    private static final Set<String> UNCLEAR = Set.of(OUT_OF_MEMORY, QUERY_CANCELED);

    private final Map<UUID, Integer> weights = new HashMap<>();

    boolean addAndCheck(UUID id, RuntimeException failure) {
        return weights.merge(id, weight(failure), Integer::sum) >= MAX_WEIGHT;
    }

    void reset(UUID id) {
        weights.remove(id);
    }

    private static int weight(RuntimeException failure) {
        if (failure instanceof Problem problem && problem.type() == ProblemType.BUSY) {
            return 0;
        }
        if (failure instanceof DatabaseFailure database && database.isOutage()) {
            return database.getCause() instanceof SQLException cause
                            && UNCLEAR.contains(String.valueOf(cause.getSQLState()))
                    ? UNCLEAR_WEIGHT
                    : 0;
        }
        return DEFAULT_WEIGHT;
    }
}
