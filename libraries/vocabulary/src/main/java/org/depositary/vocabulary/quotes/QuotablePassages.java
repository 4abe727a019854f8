package org.depositary.vocabulary.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Passages of a text in their order, in which quotes are found. A quote begins in one passage and may go on in the next
 * ones. Footnotes and metadata, such as page numbers, may interrupt it: the quote may contain them or leave them out.
 *
 * <p>Only words are compared. White space of any length counts as one space, and both sides are in Unicode NFC.
 */
public final class QuotablePassages {

    /** The maximum number of passages from the first to the last one of a quote. */
    public static final int MOST_PASSAGES = 20;

    private static final String FOOTNOTE = "footnote";
    private static final String METADATA = "metadata";

    /** @param kind as in the list of passages: {@code paragraph}, {@code footnote}, {@code metadata} … */
    public record Passage(String kind, String text) {

        private boolean mayInterrupt(Passage first) {
            return kind.equals(FOOTNOTE) || kind.equals(METADATA) || first.kind.equals(FOOTNOTE);
        }
    }

    /**
     * The place of a quote.
     *
     * @param first index of the passage in which it begins
     * @param start offset of its first character in that passage, in UTF-16 units
     * @param last index of the passage in which it ends
     * @param end offset after its last character in that passage, in UTF-16 units
     */
    public record Occurrence(int first, int start, int last, int end) {}

    private record End(int passage, int offset) {}

    private final List<Passage> passages;
    private final String[] words;
    private NormalizedText normalized;
    private int normalizedIndex;

    /** @param passages in the order of the text */
    public QuotablePassages(List<Passage> passages) {
        this.passages = passages;
        this.words = new String[passages.size()];
    }

    /** Whether the quote begins in the passage with this index. */
    public boolean begins(String quote, int index) {
        return !occurrences(quote, index).isEmpty();
    }

    /** Finds all places of a quote, in the order of the text. */
    public List<Occurrence> find(String quote) {
        var sought = NormalizedText.of(quote).words();
        var found = new ArrayList<Occurrence>();
        for (int i = 0; i < passages.size(); i++) {
            found.addAll(inPassage(sought, i));
        }
        return found;
    }

    /** Finds the places of a quote that begin in the passage with this index. */
    public List<Occurrence> occurrences(String quote, int index) {
        return inPassage(NormalizedText.of(quote).words(), index);
    }

    private List<Occurrence> inPassage(String sought, int index) {
        var found = new ArrayList<Occurrence>();
        if (sought.isEmpty()) {
            return found;
        }
        var text = words(index);
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            found.add(occurrence(index, at, new End(index, at + sought.length())));
        }
        for (int at = Math.max(0, text.length() - sought.length() + 1); at < text.length(); at++) {
            int length = text.length() - at;
            if (text.regionMatches(at, sought, 0, length)) {
                int start = at;
                goOn(sought, index, length).ifPresent(end -> found.add(occurrence(index, start, end)));
            }
        }
        return found;
    }

    /** Follows a quote into the next passages. Empty if it does not end within the limit. */
    private Optional<End> goOn(String sought, int first, int begun) {
        int matched = begun;
        for (int i = first + 1; i < Math.min(passages.size(), first + MOST_PASSAGES); i++) {
            int from = sought.charAt(matched) == ' ' ? matched + 1 : matched;
            int length = Math.min(words(i).length(), sought.length() - from);
            if (words(i).regionMatches(0, sought, from, length)) {
                matched = from + length;
                if (matched == sought.length()) {
                    return Optional.of(new End(i, length));
                }
            } else if (!passages.get(i).mayInterrupt(passages.get(first))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Occurrence occurrence(int first, int at, End end) {
        int start = normalized(first).start(at);
        int until = normalized(end.passage()).end(end.offset() - 1);
        return new Occurrence(first, start, end.passage(), until);
    }

    /** Keeps one passage, because a short quote can have thousands of places in it. All would need too much memory. */
    private NormalizedText normalized(int index) {
        if (normalized == null || index != normalizedIndex) {
            normalized = NormalizedText.of(passages.get(index).text());
            normalizedIndex = index;
        }
        return normalized;
    }

    private String words(int index) {
        if (words[index] == null) {
            words[index] = NormalizedText.of(passages.get(index).text()).words();
        }
        return words[index];
    }
}
