package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * One passage of a document, with the selectors that find it in the document's text.
 *
 * @param document URL of the document
 * @param previous URL of the passage before it; absent for the first one
 * @param next URL of the passage after it; absent for the last one
 * @param quote the place of the requested quote; absent if none was requested
 */
public record PassageDetail(
        String url,
        String document,
        @JsonUnwrapped PassageItem passage,
        List<Selector> selectors,
        Optional<String> previous,
        Optional<String> next,
        Optional<QuotedText> quote) {

    /**
     * The place of a quote that begins in the passage.
     *
     * @param anchors the passages from its first to its last word
     */
    public record QuotedText(List<String> anchors, List<Selector> selectors) {}
}
