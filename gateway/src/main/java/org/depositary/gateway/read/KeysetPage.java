package org.depositary.gateway.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A page of an ordered list.
 *
 * @param keys the key of each item
 * @param last key of the last item; empty if this is the last page
 */
public record KeysetPage<T>(List<T> items, List<List<String>> keys, Optional<List<String>> last) {

    public record Keyed<T>(List<String> key, T item) {

        /** Compares two keys part by part, as collation "C" does. This is possible, because keys are ASCII. */
        static int compare(List<String> one, List<String> other) {
            int part = 0;
            while (part < one.size() - 1 && one.get(part).equals(other.get(part))) {
                part++;
            }
            return one.get(part).compareTo(other.get(part));
        }

        public static final Comparator<Keyed<?>> IN_ORDER = (one, other) -> compare(one.key, other.key);
    }

    /** The items, each with its key. */
    public List<Keyed<T>> keyed() {
        return IntStream.range(0, items.size())
                .mapToObj(index -> new Keyed<>(keys.get(index), items.get(index)))
                .toList();
    }

    public static <T> KeysetPage<T> of(List<Keyed<T>> found, PageRequest request) {
        return of(found, request, found.size() > request.size());
    }

    /** Merges the first pages of several lists into the first page of all their items. */
    public static <T> KeysetPage<T> merge(List<KeysetPage<T>> pages, PageRequest request) {
        var items = pages.stream()
                .flatMap(page -> page.keyed().stream())
                .sorted(Keyed.IN_ORDER)
                .toList();
        boolean isCut = pages.stream().anyMatch(page -> page.last().isPresent());
        return of(items, request, isCut || items.size() > request.size());
    }

    private static <T> KeysetPage<T> of(List<Keyed<T>> found, PageRequest request, boolean more) {
        var kept = found.subList(0, Math.min(found.size(), request.size()));
        return new KeysetPage<>(
                kept.stream().map(Keyed::item).toList(),
                kept.stream().map(Keyed::key).toList(),
                more ? Optional.of(kept.getLast().key()) : Optional.empty());
    }

    /** Makes a page from a complete list that is already in the order of its keys. */
    public static <T> KeysetPage<T> ofAll(List<T> all, Function<T, String> key, PageRequest request) {
        var rest = all.stream();
        if (!request.isFirst()) {
            rest = rest.dropWhile(item -> !key.apply(item).equals(request.key(0, "")))
                    .skip(1);
        }
        return of(
                rest.limit(request.limit())
                        .map(item -> new Keyed<>(List.of(key.apply(item)), item))
                        .toList(),
                request);
    }

    public <R> KeysetPage<R> map(Function<T, R> to) {
        return new KeysetPage<>(items.stream().map(to).toList(), keys, last);
    }
}
