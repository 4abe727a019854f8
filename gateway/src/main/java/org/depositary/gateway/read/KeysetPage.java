package org.depositary.gateway.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of an ordered list.
 *
 * @param last key of the last item, if more follow
 */
public record KeysetPage<T>(List<T> items, Optional<List<String>> last) {

    /** Which part is wanted: so many, after the item with this key; an empty key is before all. */
    public record Wanted(int size, List<String> after) {

        public boolean isFirst() {
            return after.isEmpty();
        }

        /** Asked for: one more than wanted tells whether more follow. */
        public int limit() {
            return size + 1;
        }

        public String key(int part) {
            return after.get(part);
        }

        /** Whether an item of this key comes after what was told before. */
        public boolean follows(List<String> key) {
            return isFirst() || Keyed.compare(key, after) > 0;
        }
    }

    /** An item and what it is ordered by. */
    public record Keyed<T>(List<String> key, T item) {

        /** Part by part, as collation "C" orders them: they are ASCII. */
        static int compare(List<String> one, List<String> other) {
            int part = 0;
            while (part < one.size() - 1 && one.get(part).equals(other.get(part))) {
                part++;
            }
            return one.get(part).compareTo(other.get(part));
        }

        public static final Comparator<Keyed<?>> IN_ORDER = (one, other) -> compare(one.key, other.key);
    }

    public static <T> KeysetPage<T> of(List<Keyed<T>> found, Wanted wanted) {
        boolean more = found.size() > wanted.size();
        var kept = more ? found.subList(0, wanted.size()) : found;
        return new KeysetPage<>(
                kept.stream().map(Keyed::item).toList(),
                more ? Optional.of(kept.getLast().key()) : Optional.empty());
    }

    /** Of a whole list at hand, in its order. */
    public static <T> KeysetPage<T> ofAll(List<T> all, Function<T, String> key, Wanted wanted) {
        var rest = all.stream();
        if (!wanted.isFirst()) {
            rest = rest.dropWhile(item -> !key.apply(item).equals(wanted.key(0)))
                    .skip(1);
        }
        return of(
                rest.limit(wanted.limit())
                        .map(item -> new Keyed<>(List.of(key.apply(item)), item))
                        .toList(),
                wanted);
    }

    public <R> KeysetPage<R> map(Function<T, R> to) {
        return new KeysetPage<>(items.stream().map(to).toList(), last);
    }
}
