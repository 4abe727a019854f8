package org.depositary.gateway.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the words of a question in a text that matched it. */
public final class SearchHighlights {

    /**
     * The words of the question in the index entry of a text.
     *
     * @param byPosition the words of the question at each position, from 1
     * @param stopWords the words that are stop words in the language of the text
     */
    public record Marks(Map<Integer, Set<String>> byPosition, Set<String> stopWords) {

        /** @param marks {@code <position> <word>} */
        public static Marks of(List<String> marks, List<String> stopWords) {
            var byPosition = new HashMap<Integer, Set<String>>();
            for (var mark : marks) {
                int blank = mark.indexOf(' ');
                byPosition
                        .computeIfAbsent(Integer.valueOf(mark.substring(0, blank)), key -> new HashSet<>())
                        .add(mark.substring(blank + 1));
            }
            return new Marks(byPosition, Set.copyOf(stopWords));
        }
    }

    private final List<SearchToken> tokens;
    private final Marks marks;

    private SearchHighlights(List<SearchToken> tokens, Marks marks) {
        this.tokens = tokens;
        this.marks = marks;
    }

    /**
     * Returns start and end of each matching word, in order and without overlaps.
     *
     * @param tokens the words of the text, at their positions in the index entry
     */
    public static List<List<Integer>> of(List<SearchToken> tokens, SearchQuestion question, Marks marks) {
        var highlights = new SearchHighlights(tokens, marks);
        var found = highlights.ranges(question, false);
        return merged(found.isEmpty() ? highlights.ranges(question, true) : found);
    }

    private List<List<Integer>> ranges(SearchQuestion question, boolean withStopWords) {
        var ranges = new ArrayList<List<Integer>>();
        for (var term : question.wanted()) {
            var first = term.words().getFirst();
            if (withStopWords || !term.isLoose() || !marks.stopWords().contains(first.word())) {
                marks.byPosition().keySet().forEach(position -> add(ranges, term, position));
            }
        }
        return ranges;
    }

    /** Adds the words of the term if they all follow each other from this position. */
    private void add(List<List<Integer>> ranges, SearchTerm term, int first) {
        var found = new ArrayList<List<Integer>>();
        int position = first;
        for (var word : term.words()) {
            position += found.isEmpty() ? 0 : word.distance();
            if (!marks.byPosition().getOrDefault(position, Set.of()).contains(word.word())
                    || position > tokens.size()) {
                return;
            }
            var token = tokens.get(position - 1);
            found.add(List.of(token.start(), word.prefix() ? token.firstEnd() : token.end()));
        }
        ranges.addAll(found);
    }

    private static List<List<Integer>> merged(List<List<Integer>> ranges) {
        var merged = new ArrayList<List<Integer>>();
        ranges.stream()
                .sorted(Comparator.<List<Integer>, Integer>comparing(List::getFirst)
                        .thenComparing(List::getLast))
                .forEach(range -> {
                    if (merged.isEmpty() || range.getFirst() >= merged.getLast().getLast()) {
                        merged.add(range);
                    } else {
                        var last = merged.removeLast();
                        merged.add(List.of(last.getFirst(), Math.max(last.getLast(), range.getLast())));
                    }
                });
        return List.copyOf(merged);
    }
}
