package org.depositary.gateway.read.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Iterates over a list that is read page by page. While the caller uses one page, the next one is read on another thread.
 *
 * @param <T> the items of the list
 */
public final class PagesAhead<T> implements Iterator<T> {

    /**
     * A page of a list.
     *
     * @param last key of the last item; empty if this is the last page
     */
    public record Page<T>(List<T> items, Optional<List<String>> last) {}

    /** Reads the page after a key. The key of the first page is empty. */
    @FunctionalInterface
    public interface PageReader<T> {
        Page<T> read(List<String> after) throws IOException;
    }

    private final PageReader<T> pages;
    private Optional<CompletableFuture<Page<T>>> ahead;
    private Iterator<T> page = List.<T>of().iterator();

    public PagesAhead(PageReader<T> pages) {
        this.pages = pages;
        ahead = Optional.of(start(List.of()));
    }

    /** @throws UncheckedIOException if the page cannot be read */
    @Override
    public boolean hasNext() {
        while (!page.hasNext() && ahead.isPresent()) {
            var read = join(ahead.get());
            ahead = read.last().map(this::start);
            page = read.items().iterator();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private CompletableFuture<Page<T>> start(List<String> after) {
        return CompletableFuture.supplyAsync(() -> read(after), Thread::startVirtualThread);
    }

    private Page<T> read(List<String> after) {
        try {
            return pages.read(after);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> Page<T> join(CompletableFuture<Page<T>> page) {
        try {
            return page.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
