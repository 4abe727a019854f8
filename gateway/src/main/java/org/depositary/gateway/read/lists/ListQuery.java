package org.depositary.gateway.read.lists;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.Snapshot;

/**
 * A list that clients can read page by page, defined once for all client interfaces. A {@link ListSortKey} defines its
 * order.
 *
 * @param <F> the filters of the list
 * @param <T> the items of the list
 */
@FunctionalInterface
public interface ListQuery<F, T> {

    /** The number of items that a read of all items reads at once, unless the list has its own. */
    int PAGE = 1000;

    /**
     * Reads one page.
     *
     * @throws org.depositary.eventsourcing.Problem if the filter names an unknown organisation, party or document
     */
    KeysetPage<T> page(Snapshot snapshot, F filter, PageRequest page) throws SQLException;

    /** Reads all items from one snapshot into memory, so only for filters that select few: some thousands at most. */
    default List<T> all(Snapshot snapshot, F filter) throws SQLException {
        var items = new ArrayList<T>();
        var after = Optional.of(List.<String>of());
        while (after.isPresent()) {
            var page = page(snapshot, filter, new PageRequest(PAGE, after.get()));
            items.addAll(page.items());
            after = page.last();
        }
        return items;
    }

    /** The changes that can change this list. A list that does not know them is always read again. */
    default ReadScope scope(F filter) {
        return ReadScope.NOT_ONLY_LOG;
    }

    /** How many items a read of the complete list reads at once. */
    default int pageOfCompleteList() {
        return PAGE;
    }

    /** The same list, for a list whose pages read more than their own items. */
    default ListQuery<F, T> completeInPagesOf(int items) {
        var pages = this;
        return new ListQuery<>() {
            @Override
            public KeysetPage<T> page(Snapshot snapshot, F filter, PageRequest page) throws SQLException {
                return pages.page(snapshot, filter, page);
            }

            @Override
            public ReadScope scope(F filter) {
                return pages.scope(filter);
            }

            @Override
            public int pageOfCompleteList() {
                return items;
            }
        };
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
