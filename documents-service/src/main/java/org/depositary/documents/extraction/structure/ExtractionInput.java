package org.depositary.documents.extraction.structure;

/** What an extractor works on, and how far it may go. The bytes are not to be changed. */
public record ExtractionInput(byte[] bytes, DeclaredMediaType declared, ExtractionLimits limits, Deadline deadline) {}
