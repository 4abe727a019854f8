package org.depositary.gateway.read.lists;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.Snapshot;

/**
 * The same list of several parents, for example the members of several organisations. The number of statements does not
 * depend on the number of parents.
 *
 * @param <F> the filters of the list; what they say about the parent is ignored
 * @param <T> the items of the list
 */
@FunctionalInterface
public interface ListOfEach<F, T> {

    /** The parents whose list cannot be read, with the reason that a read of that list alone would throw. */
    default Map<String, RuntimeException> refusals(Snapshot snapshot, List<String> parents) throws SQLException {
        return Map.of();
    }

    /**
     * Reads the first page of each list. A parent without items is absent.
     *
     * @param parents ids, each once, at least one, without those that are refused
     * @param size the maximum number of items on each page
     */
    Map<String, KeysetPage<T>> firstPages(Snapshot snapshot, List<String> parents, F filter, int size)
            throws SQLException;
}
