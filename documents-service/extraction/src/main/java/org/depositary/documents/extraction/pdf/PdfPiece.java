package org.depositary.documents.extraction.pdf;

/**
 * Characters that a page prints in one piece. Lengths are points, as in {@link PdfLine}.
 *
 * @param left the start of the first character
 * @param right the end of the line so far
 * @param y the baseline
 */
record PdfPiece(float left, float right, float y, float size) {

    /** A raised or lowered character begins this close to the line, in font sizes. A space may be between them. */
    private static final float NEAR = 0.4f;

    /** A gap that is wider than this many times the font size is a space. */
    private static final float SPACE = 0.15f;

    /** Raised characters are smaller than those of the line, but not as small as the text beside a large initial. */
    private static final float SMALLER = 0.93f;

    private static final float SMALLEST = 0.45f;
    private static final float ASCENT = 0.9f;
    private static final float DESCENT = 0.4f;

    /** Whether one of the two is raised or lowered beside the other, so that they are one line. */
    boolean isOneLineWith(PdfPiece next) {
        PdfPiece base = next.size > size ? next : this;
        PdfPiece script = next.size > size ? this : next;
        boolean raised = script.size < base.size * SMALLER && script.size > base.size * SMALLEST;
        boolean overlaps = script.y > base.y - base.size * ASCENT && script.y < base.y + base.size * DESCENT;
        return raised && overlaps && Math.abs(next.left - right) <= base.size * NEAR;
    }

    boolean isApartFrom(PdfPiece next) {
        return next.left - right > Math.max(size, next.size) * SPACE;
    }
}
