package org.depositary.documents.extraction.passage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.structure.PageBox;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextEdit;

/**
 * An addressable piece of a document's text.
 *
 * @param anchor the address in the document: {@code p-12}, {@code art-4.p-2}, {@code fn-26}
 * @param start the offset of the first character in the text, in Unicode code points
 * @param end the offset after the last character, in Unicode code points
 * @param language BCP 47; absent if the passage is too short and the document has no detected language
 * @param page the page number, from 1; absent if the document has no pages
 * @param pageLabel the page number as printed, such as {@code xiv}; only of PDF files
 * @param box the place on the page; only of PDF files
 * @param edits the edits that repair the text, in the order of the text, without overlap
 * @param continuedIn the anchor of the passage in which the last sentence continues
 */
public record Passage(
        String anchor,
        PassageKind kind,
        int start,
        int end,
        Optional<String> language,
        OptionalInt page,
        Optional<String> pageLabel,
        Optional<PageBox> box,
        List<TextEdit> edits,
        Optional<String> continuedIn) {

    /** Passages that were stored by earlier versions have none of the last four. */
    public Passage {
        pageLabel = pageLabel == null ? Optional.empty() : pageLabel;
        box = box == null ? Optional.empty() : box;
        edits = edits == null ? List.of() : List.copyOf(edits);
        continuedIn = continuedIn == null ? Optional.empty() : continuedIn;
    }

    public Passage repaired(List<TextEdit> edits, Optional<String> continuedIn) {
        return new Passage(anchor, kind, start, end, language, page, pageLabel, box, edits, continuedIn);
    }
}
