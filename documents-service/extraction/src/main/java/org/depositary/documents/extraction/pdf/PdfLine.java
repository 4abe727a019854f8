package org.depositary.documents.extraction.pdf;

/**
 * A printed line of a page. Lengths are points (1/72 inch), from the top left corner of the page.
 *
 * @param text cells of a table are separated by tabs
 * @param page the page number, from 1
 * @param left the start of the first character
 * @param right the end of the last character
 * @param y the baseline
 * @param size the size of most characters
 * @param bold whether all characters are bold
 */
record PdfLine(String text, int page, float left, float right, float y, float size, boolean bold) {

    boolean isLarger(float other) {
        return size > other * 1.08f;
    }

    boolean isSmaller(float other) {
        return size < other * 0.93f;
    }

    boolean hasSizeOf(PdfLine other) {
        return !isLarger(other.size) && !isSmaller(other.size);
    }

    /** Returns the upper edge: most letters are lower than the font size. */
    float top() {
        return y - size * 0.9f;
    }

    /** Returns the lower edge: letters such as g reach below the baseline. */
    float bottom() {
        return y + size * 0.25f;
    }

    /** Returns the average width of a character. */
    float characterWidth() {
        return (right - left) / Math.max(1, text.length());
    }

    boolean isRow() {
        return text.indexOf('\t') >= 0;
    }
}
