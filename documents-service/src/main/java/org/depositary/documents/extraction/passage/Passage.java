package org.depositary.documents.extraction.passage;

import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.structure.PassageKind;

/**
 * An addressable piece of a document's text.
 *
 * @param anchor its address in the document: {@code p-12}, {@code art-4.p-2}, {@code fn-26}
 * @param start offset of its first character in the text, in Unicode code points
 * @param end offset after its last character, in Unicode code points
 * @param language BCP 47; absent if the text is too short and the document has none
 * @param page from 1; absent if the document has no pages
 */
public record Passage(
        String anchor, PassageKind kind, int start, int end, Optional<String> language, OptionalInt page) {}
