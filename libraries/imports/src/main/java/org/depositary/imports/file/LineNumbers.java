package org.depositary.imports.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Line numbers for a message, such as {@code lines 3, 7 and 9}. Keeps only the first three.
 *
 * @param first the first line numbers, in ascending order
 * @param count the number of all lines
 */
public record LineNumbers(List<Integer> first, int count) {

    private static final int MAX_SHOWN = 3;
    public static final LineNumbers NONE = new LineNumbers(List.of(), 0);

    public static LineNumbers of(Collection<Integer> lines) {
        return new LineNumbers(
                lines.stream().distinct().sorted().limit(MAX_SHOWN).toList(),
                (int) lines.stream().distinct().count());
    }

    /** Returns these line numbers with another one, which must be greater than all others. */
    public LineNumbers with(int line) {
        var shown = new ArrayList<>(first);
        if (count < MAX_SHOWN) {
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
