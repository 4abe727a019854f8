package org.depositary.gateway.read;

import java.sql.SQLException;

/**
 * A list, defined once for all client interfaces. Its {@link ListSortKey} is its order.
 *
 * @param <F> its filters
 * @param <T> its items
 */
@FunctionalInterface
public interface ListQuery<F, T> {

    /** @throws org.depositary.eventsourcing.Problem if the filter names an owner of the list that is unknown */
    KeysetPage<T> page(Snapshot snapshot, F filter, PageRequest page) throws SQLException;
}
