package org.depositary.gateway.search;

/**
 * A word of a text in the form in which it is searched. Scripts without blanks have pairs of characters instead of words.
 *
 * @param word lower case, without accents
 * @param start offset in the text, in Unicode code points
 * @param end offset after the word
 * @param firstEnd offset after the first character of the word
 * @param single whether the word is the last character of a run that is split into pairs
 */
public record SearchToken(String word, int start, int end, int firstEnd, boolean single) {}
