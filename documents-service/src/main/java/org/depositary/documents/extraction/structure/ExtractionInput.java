package org.depositary.documents.extraction.structure;

/**
 * The input of an extractor: the bytes of a document, its declared media type, and the limits. An extractor must not
 * change the bytes.
 */
public record ExtractionInput(
        byte[] bytes, DeclaredMediaType declared, ExtractionLimits limits, ExtractionDeadline deadline) {}
