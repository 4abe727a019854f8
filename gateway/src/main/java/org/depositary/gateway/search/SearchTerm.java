package org.depositary.gateway.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a search question: one word, or several in this order.
 *
 * @param quoted whether the term was written in quotation marks, so none of its words is skipped as a stop word
 * @param negated whether texts with this term are not searched
 */
public record SearchTerm(List<Word> words, boolean quoted, boolean negated) {

    /**
     * A word of a term.
     *
     * @param distance the number of positions after the word before
     * @param prefix whether the word is one character that begins a pair in the text, or stands alone
     */
    public record Word(String word, int distance, boolean prefix) {}

    /** @return a term without words if the text has none */
    static SearchTerm of(String text, boolean quoted, boolean negated) {
        var tokens = SearchTokens.of(text);
        var words = new ArrayList<Word>();
        int distance = 1;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean endsPair = token.single() && i > 0 && tokens.get(i - 1).end() == token.end();
            if (endsPair) {
                // In a text, other characters can follow this one. Then it begins a pair, which the question does not
                // have.
                distance++;
            } else {
                words.add(new Word(token.word(), distance, token.single()));
                distance = 1;
            }
        }
        return new SearchTerm(List.copyOf(words), quoted, negated);
    }

    /** Whether this is a single word outside quotation marks. Such a word is skipped if it is a stop word. */
    boolean isLoose() {
        return !quoted && words.size() == 1;
    }
}
