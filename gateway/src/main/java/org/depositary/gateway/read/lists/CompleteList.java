package org.depositary.gateway.read.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.SnapshotReader;

/**
 * Reads a list completely, page by page, as of one position in the change log. The whole list is never in memory, and
 * no transaction is open while the client receives a page.
 */
@ApplicationScoped
public class CompleteList {

    /** Receives the items of one page. */
    @FunctionalInterface
    public interface PageReceiver<T> {
        void receive(List<T> items) throws IOException;
    }

    private final SnapshotReader snapshots;

    CompleteList(SnapshotReader snapshots) {
        this.snapshots = snapshots;
    }

    /** @param asOf must have a position, so that all pages fit together */
    public <F, T> void read(ListQuery<F, T> list, F filter, AsOfPoint asOf, PageReceiver<T> receiver)
            throws IOException {
        var page = page(list, filter, asOf, new PageRequest(list.pageOfCompleteList(), List.of()));
        receiver.receive(page.items());
        readRest(list, filter, asOf, new Part<>(page, Long.MAX_VALUE), receiver);
    }

    /**
     * The part of a list that was read before.
     *
     * @param page the last page that was read
     * @param left how many items may still follow
     */
    public record Part<T>(KeysetPage<T> page, long left) {

        private Part<T> then(KeysetPage<T> next) {
            return new Part<>(next, left - next.items().size());
        }

        private int nextSize(int page) {
            return (int) Math.min(page, left);
        }

        private boolean isLast() {
            return page.last().isEmpty() || left <= 0;
        }
    }

    /** Reads what follows a page. {@code asOf} must be the point of that page. */
    public <F, T> void readRest(ListQuery<F, T> list, F filter, AsOfPoint asOf, Part<T> start, PageReceiver<T> receiver)
            throws IOException {
        asOf.position().orElseThrow();
        var part = start;
        while (!part.isLast()) {
            var size = part.nextSize(list.pageOfCompleteList());
            var request = new PageRequest(size, part.page().last().orElseThrow());
            part = part.then(page(list, filter, asOf, request));
            receiver.receive(part.page().items());
        }
    }

    /**
     * The items of the list with their keys, read as the caller asks for them.
     *
     * @param asOf must have a position, so that all pages fit together
     * @param pageSize the number of items in memory is at most twice this number, because one page is read ahead
     */
    public <F, T> Iterator<Keyed<T>> items(ListQuery<F, T> list, F filter, AsOfPoint asOf, int pageSize) {
        asOf.position().orElseThrow();
        return new PagesAhead<>(after -> {
            var page = page(list, filter, asOf, new PageRequest(pageSize, after));
            return new PagesAhead.Page<>(page.keyed(), page.last());
        });
    }

    private <F, T> KeysetPage<T> page(ListQuery<F, T> list, F filter, AsOfPoint asOf, PageRequest request)
            throws IOException {
        try {
            return snapshots.read(asOf, snapshot -> list.page(snapshot, filter, request));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
