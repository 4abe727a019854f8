package org.depositary.gateway.read;

import java.sql.SQLException;
import java.util.function.Function;

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

    /** The changes that can change this list. A list that does not know them is always read again. */
    default ReadScope scope(F filter) {
        return ReadScope.NOT_ONLY_LOG;
    }

    /** A list that only changes of this scope can change. */
    static <F, T> ListQuery<F, T> within(ReadScope scope, ListQuery<F, T> list) {
        return within(filter -> scope, list);
    }

    /** A list that only changes of a scope can change, which depends on the filter. */
    static <F, T> ListQuery<F, T> within(Function<F, ReadScope> scope, ListQuery<F, T> list) {
        return new ListQuery<>() {
            @Override
            public KeysetPage<T> page(Snapshot snapshot, F filter, PageRequest page) throws SQLException {
                return list.page(snapshot, filter, page);
            }

            @Override
            public ReadScope scope(F filter) {
                return scope.apply(filter);
            }
        };
    }
}
