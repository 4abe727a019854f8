package org.depositary.membership.imports.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lines of a file as people read them: {@code lines 3, 7 and 9}. Of many, the first ones.
 *
 * @param first some of them, in their order
 * @param count how many there are
 */
public record LineNumbers(List<Integer> first, int count) {

    private static final int SHOWN = 3;
    public static final LineNumbers NONE = new LineNumbers(List.of(), 0);

    public static LineNumbers of(Collection<Integer> lines) {
        return new LineNumbers(lines.stream().distinct().sorted().limit(SHOWN).toList(), (int)
                lines.stream().distinct().count());
    }

    /** These, and one that comes after them. */
    public LineNumbers with(int line) {
        var shown = new ArrayList<>(first);
        if (count < SHOWN) {
            shown.add(line);
        }
        return new LineNumbers(List.copyOf(shown), count + 1);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    @Override
    public String toString() {
        int more = count - first.size();
        var last = more > 0 ? more + " more" : String.valueOf(first.getLast());
        var others = more > 0 ? first : first.subList(0, first.size() - 1);
        if (others.isEmpty()) {
            return "line " + last;
        }
        return "lines %s and %s"
                .formatted(
                        String.join(", ", others.stream().map(String::valueOf).toList()), last);
    }
}
