package org.depositary.exercises.imports.staging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Splits a text that names several states with commas, slashes, dashes or "and", such as "China, Russia and Kazakhstan".
 * Names may contain these too ("Korea, Republic of", "Bosnia and Herzegovina"), so a text is split only if there is one
 * way in which each part is a state.
 */
final class PartyListSplitter {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*(?:[,/&+\\n\\r–—]|\\s-\\s|(?<=[\\p{L}.)])-(?=\\p{L})|\\s+and\\s)\\s*");

    private static final int MAX_PARTS = 50;
    /** No name of a state has more separators. */
    private static final int MAX_PARTS_OF_NAME = 4;

    private static final int MAX_TRIES = 10_000;

    private record Part(int from, int to) {}

    private final String text;
    private final Function<String, Optional<String>> state;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Set<String>> readings = new LinkedHashSet<>();
    private List<String> names = List.of();
    private int tries;

    private PartyListSplitter(String text, Function<String, Optional<String>> state) {
        this.text = text;
        this.state = state;
        var separators = SEPARATOR.matcher(text);
        int from = 0;
        while (separators.find()) {
            addPart(from, separators.start());
            from = separators.end();
        }
        addPart(from, text.length());
    }

    private void addPart(int from, int to) {
        if (from < to) {
            parts.add(new Part(from, to));
        }
    }

    /**
     * Returns the names in the text. Empty if the text is one name, or can be read in several ways or in none.
     *
     * @param state returns the code of the state that a text names
     */
    static List<String> split(String text, Function<String, Optional<String>> state) {
        var splitter = new PartyListSplitter(text, state);
        if (splitter.parts.size() > 1 && splitter.parts.size() <= MAX_PARTS) {
            splitter.read(0, List.of(), Set.of());
        }
        boolean isOneName = splitter.names.size() == 1;
        return splitter.readings.size() == 1 && !isOneName && splitter.tries < MAX_TRIES ? splitter.names : List.of();
    }

    /** Whether the text has a separator that is not one of lists. */
    static boolean hasSeparator(String text) {
        return SEPARATOR.matcher(text).find();
    }

    /** Reads the parts from {@code first} on in all ways in which each name is a state. */
    private void read(int first, List<String> before, Set<String> codes) {
        if (first == parts.size()) {
            names = before;
            readings.add(codes);
            return;
        }
        for (int last = first; last < Math.min(first + MAX_PARTS_OF_NAME, parts.size()); last++) {
            if (readings.size() > 1 || tries++ > MAX_TRIES) {
                return;
            }
            int next = last + 1;
            var name = text.substring(parts.get(first).from(), parts.get(last).to());
            state.apply(name).ifPresent(code -> read(next, with(before, name), with(codes, code)));
        }
    }

    private static List<String> with(List<String> list, String element) {
        var all = new ArrayList<>(list);
        all.add(element);
        return all;
    }

    private static Set<String> with(Set<String> set, String element) {
        var all = new LinkedHashSet<>(set);
        all.add(element);
        return all;
    }
}
