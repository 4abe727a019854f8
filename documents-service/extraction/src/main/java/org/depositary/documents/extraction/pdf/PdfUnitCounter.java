package org.depositary.documents.extraction.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.TextPosition;

/** Numbers the units of a file while its pages are read, and remembers the units of each character of a page. */
final class PdfUnitCounter {

    private static final PdfLine.Unit NONE = new PdfLine.Unit(0, 0);

    private final Map<TextPosition, PdfLine.Unit> ofPage = new IdentityHashMap<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private PdfLine.Unit current = NONE;
    private int sequences;

    void startPage() {
        ofPage.clear();
        open.clear();
        current = new PdfLine.Unit(current.textObject(), 0);
    }

    void beginText() {
        current = new PdfLine.Unit(current.textObject() + 1, current.marked());
    }

    /** @param properties null if there are none. Marked content without an MCID does not belong to the structure */
    void beginMarked(COSDictionary properties) {
        open.push(current.marked());
        if (properties != null && properties.containsKey(COSName.MCID)) {
            sequences++;
            current = new PdfLine.Unit(current.textObject(), sequences);
        }
    }

    void endMarked() {
        if (!open.isEmpty()) {
            current = new PdfLine.Unit(current.textObject(), open.pop());
        }
    }

    void add(TextPosition character) {
        ofPage.put(character, current);
    }

    PdfLine.Unit of(TextPosition character) {
        return ofPage.getOrDefault(character, NONE);
    }
}
