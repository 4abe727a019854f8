/**
 * From bytes to passages with anchors: the kind of file, its text, its passages, their languages, and the metadata in
 * the document.
 *
 * <p>All functions are pure: the same bytes and declared media type give the same text, anchors and offsets. An
 * interrupted extraction is simply repeated. One {@link org.depositary.documents.extraction.structure.Extractor} reads
 * one kind of file; {@link org.depositary.documents.extraction.DocumentExtraction} registers them.
 */
package org.depositary.documents.extraction;
