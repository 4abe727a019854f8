package org.depositary.documents.extraction.structure;

/** The input of an extractor: bytes and limits. The bytes must not be changed. */
public record ExtractionInput(
        byte[] bytes, DeclaredMediaType declared, ExtractionLimits limits, ExtractionDeadline deadline) {}
