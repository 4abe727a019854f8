package org.depositary.gateway.citations;

/**
 * A place of a quote in a text.
 *
 * @param anchor the passage in which the quote begins
 * @param start the offset of its first character in the text, in code points; in a repaired passage it can be a
 *     few code points off
 * @param beforeHash hash of the words before it; {@code afterHash} likewise
 */
record QuotePlace(String anchor, int start, String beforeHash, String afterHash) {

    boolean hasContextOf(QuotePlace other) {
        return beforeHash.equals(other.beforeHash) && afterHash.equals(other.afterHash);
    }

    boolean sharesContextWith(QuotePlace other) {
        return beforeHash.equals(other.beforeHash) || afterHash.equals(other.afterHash);
    }

    int distanceTo(QuotePlace other) {
        return Math.abs(start - other.start);
    }
}
