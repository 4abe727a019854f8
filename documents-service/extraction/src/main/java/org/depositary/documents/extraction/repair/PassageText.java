package org.depositary.documents.extraction.repair;

import java.util.ArrayList;
import java.util.List;
import org.depositary.documents.extraction.passage.Passage;
import org.depositary.documents.extraction.structure.PassageKind;

/**
 * A passage and its text.
 *
 * @param start the offset in the whole text, in UTF-16 units
 */
record PassageText(Passage passage, int start, String text) {

    static List<PassageText> of(String text, List<Passage> passages) {
        List<PassageText> all = new ArrayList<>();
        int at = 0;
        int codePoint = 0;
        for (Passage passage : passages) {
            int start = text.offsetByCodePoints(at, passage.start() - codePoint);
            int end = text.offsetByCodePoints(start, passage.end() - passage.start());
            all.add(new PassageText(passage, start, text.substring(start, end)));
            at = end;
            codePoint = passage.end();
        }
        return all;
    }

    /** Returns the language subtag, or an empty text if the language is not known. */
    String language() {
        return passage.language().map(tag -> tag.split("-", 2)[0]).orElse("");
    }

    boolean isBody() {
        return passage.kind() != PassageKind.FOOTNOTE && passage.kind() != PassageKind.METADATA;
    }
}
