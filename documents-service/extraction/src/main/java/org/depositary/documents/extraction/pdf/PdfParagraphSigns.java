package org.depositary.documents.extraction.pdf;

/**
 * What separates most paragraphs of a file.
 *
 * @param gaps whether larger gaps do
 * @param indents whether indented first lines do
 * @param hanging whether first lines start further to the left than the others
 * @param textObjects whether each paragraph of a page is a text object of its own
 * @param marked whether each paragraph of a page is a marked content of its own
 */
record PdfParagraphSigns(boolean gaps, boolean indents, boolean hanging, boolean textObjects, boolean marked) {

    static final PdfParagraphSigns NONE = new PdfParagraphSigns(false, false, false, false, false);

    /** A sign occurs at least once in so many lines. */
    private static final int RAREST = 40;

    private static final int FEWEST = 2;

    /** Whether the file itself shows where each paragraph of a page begins. */
    boolean hasUnits() {
        return textObjects || marked;
    }

    /**
     * Whether another paragraph begins, as the units of the file show it.
     *
     * @param insideSentence links and emphasised words of a paragraph can have a marked content of their own
     */
    boolean areApart(PdfLine.Unit before, PdfLine.Unit unit, boolean insideSentence) {
        return marked ? before.marked() != unit.marked() && !insideSentence : before.textObject() != unit.textObject();
    }

    /**
     * Two lines of the text, one below the other.
     *
     * @param gap whether the gap between them is larger than usual
     * @param indent whether the second one is indented
     * @param newIndent whether only the second one is indented, and the first one ends a sentence or is short
     * @param outdent whether the second one starts further to the left
     * @param sentenceEnd whether a sentence ends between them
     * @param last whether the first one is certainly the last line of a paragraph
     * @param inside whether both are certainly lines of one sentence
     * @param newTextObject whether the second one begins in another text object
     * @param newMarked whether the second one begins in another marked content
     */
    record LinePair(
            boolean gap,
            boolean indent,
            boolean newIndent,
            boolean outdent,
            boolean sentenceEnd,
            boolean last,
            boolean inside,
            boolean newTextObject,
            boolean newMarked) {}

    /** Counts how often a new unit begins between two paragraphs, and how often inside one. */
    private static final class UnitCounter {

        /** One in so many pairs may disagree. */
        private static final int FEW = 20;

        private int lasts;
        private int insides;
        private int newAfterLast;
        private int newInside;

        void add(LinePair pair, boolean isNew) {
            lasts += pair.last() ? 1 : 0;
            insides += pair.inside() ? 1 : 0;
            newAfterLast += pair.last() && isNew ? 1 : 0;
            newInside += pair.inside() && isNew ? 1 : 0;
        }

        boolean areParagraphs() {
            return lasts >= FEWEST
                    && insides >= FEWEST
                    && (lasts - newAfterLast) * FEW <= lasts
                    && newInside * FEW <= insides;
        }
    }

    /** Counts the signs of a file, pair by pair. */
    static final class Counter {

        private int pairs;
        private int gaps;
        private int indents;
        private int outdents;
        private int hanging;
        private int lastLines;
        private int separated;
        private final UnitCounter textObjects = new UnitCounter();
        private final UnitCounter marked = new UnitCounter();

        void add(LinePair pair) {
            pairs++;
            gaps += pair.gap() ? 1 : 0;
            indents += pair.newIndent() ? 1 : 0;
            outdents += pair.outdent() ? 1 : 0;
            hanging += pair.outdent() && pair.sentenceEnd() ? 1 : 0;
            lastLines += pair.last() ? 1 : 0;
            separated += pair.last() && (pair.gap() || pair.indent() || pair.outdent()) ? 1 : 0;
            textObjects.add(pair, pair.newTextObject());
            marked.add(pair, pair.newMarked());
        }

        /** Gaps around lists alone, for example, do not separate the paragraphs of a text. */
        PdfParagraphSigns signs() {
            boolean separates = separated * 2 >= lastLines;
            return new PdfParagraphSigns(
                    separates && isSign(gaps),
                    separates && isSign(indents),
                    hanging >= FEWEST && hanging * 2 > outdents,
                    textObjects.areParagraphs(),
                    marked.areParagraphs());
        }

        private boolean isSign(int count) {
            return count >= FEWEST && count * RAREST >= pairs;
        }
    }
}
