package org.depositary.documents.extraction.pdf;

/**
 * What separates most paragraphs of a file.
 *
 * @param gaps whether larger gaps do
 * @param indents whether indented first lines do
 * @param hanging whether first lines start further to the left than the others
 */
record PdfParagraphSigns(boolean gaps, boolean indents, boolean hanging) {

    static final PdfParagraphSigns NONE = new PdfParagraphSigns(false, false, false);

    /** A sign occurs at least once in so many lines. */
    private static final int RAREST = 40;

    private static final int FEWEST = 2;

    /**
     * Two lines of the text, one below the other.
     *
     * @param gap whether the gap between them is larger than usual
     * @param indent whether the second one is indented
     * @param newIndent whether only the second one is indented, and the first one ends a sentence or is short
     * @param outdent whether the second one starts further to the left
     * @param sentenceEnd whether a sentence ends between them
     * @param last whether the first one is certainly the last line of a paragraph
     */
    record LinePair(
            boolean gap, boolean indent, boolean newIndent, boolean outdent, boolean sentenceEnd, boolean last) {}

    /** Counts the signs of a file, pair by pair. */
    static final class Counter {

        private int pairs;
        private int gaps;
        private int indents;
        private int outdents;
        private int hanging;
        private int lastLines;
        private int separated;

        void add(LinePair pair) {
            pairs++;
            gaps += pair.gap() ? 1 : 0;
            indents += pair.newIndent() ? 1 : 0;
            outdents += pair.outdent() ? 1 : 0;
            hanging += pair.outdent() && pair.sentenceEnd() ? 1 : 0;
            lastLines += pair.last() ? 1 : 0;
            separated += pair.last() && (pair.gap() || pair.indent() || pair.outdent()) ? 1 : 0;
        }

        /** Gaps around lists alone, for example, do not separate the paragraphs of a text. */
        PdfParagraphSigns signs() {
            boolean separates = separated * 2 >= lastLines;
            return new PdfParagraphSigns(
                    separates && isSign(gaps),
                    separates && isSign(indents),
                    hanging >= FEWEST && hanging * 2 > outdents);
        }

        private boolean isSign(int count) {
            return count >= FEWEST && count * RAREST >= pairs;
        }
    }
}
