package org.depositary.gateway.read;

import java.sql.SQLException;

/**
 * A list that clients can read page by page, defined once for all client interfaces. A {@link ListSortKey} defines its
 * order.
 *
 * @param <F> the filters of the list
 * @param <T> the items of the list
 */
@FunctionalInterface
public interface ListQuery<F, T> {

    /**
     * Reads one page.
     *
     * @throws org.depositary.eventsourcing.Problem if the filter names an unknown organisation, party or document
     */
    KeysetPage<T> page(Snapshot snapshot, F filter, PageRequest page) throws SQLException;
}
