package org.depositary.documents.extraction.passage;

import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.structure.PassageKind;

/**
 * An addressable piece of a document's text.
 *
 * @param anchor the address in the document: {@code p-12}, {@code art-4.p-2}, {@code fn-26}
 * @param start the offset of the first character in the text, in Unicode code points
 * @param end the offset after the last character, in Unicode code points
 * @param language BCP 47; absent if the passage is too short and the document has no detected language
 * @param page the page number, from 1; absent if the document has no pages
 */
public record Passage(
        String anchor, PassageKind kind, int start, int end, Optional<String> language, OptionalInt page) {}
