package org.depositary.documents.extraction.pdf;

import java.util.regex.Pattern;

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
 * @param firstWordWidth the width of the first word
 * @param firstUnit the units of the file that print its first character
 * @param lastUnit those of its last character
 */
record PdfLine(
        String text,
        int page,
        float left,
        float right,
        float y,
        float size,
        boolean bold,
        float firstWordWidth,
        Unit firstUnit,
        Unit lastUnit) {

    /**
     * Units of a page description that can hold several lines. Both are numbered through the whole file.
     *
     * @param textObject what stands between the operators BT and ET
     * @param marked the innermost marked content that belongs to the structure of the document; 0 outside it
     */
    record Unit(int textObject, int marked) {}

    /** Matches the mark of a list item or footnote that stands apart from its text. */
    private static final Pattern HANGING_MARK = Pattern.compile(
            "(?:[-–—*•·▪◦‣●○■□◆➢\\uF0B7]|[\\[(]?(?:\\d{1,3}|\\p{L}|[ivxl]{1,5})[.)\\]]|\\d{1,2}(?:\\.\\d{1,2})+\\.?)\t[^\t]+");

    boolean isLarger(float other) {
        return size > other * 1.08f;
    }

    boolean isSmaller(float other) {
        return size < other * 0.93f;
    }

    boolean hasSizeOf(PdfLine other) {
        return !isLarger(other.size) && !isSmaller(other.size);
    }

    /** Returns the text. A mark that stands apart from its text is followed by a space. */
    String words() {
        return isRow() ? text : text.replace('\t', ' ');
    }

    /** Returns the upper edge. It is 0.9 of the font size above the baseline, because hardly any letter is taller. */
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
        return text.indexOf('\t') >= 0 && !HANGING_MARK.matcher(text).matches();
    }
}
