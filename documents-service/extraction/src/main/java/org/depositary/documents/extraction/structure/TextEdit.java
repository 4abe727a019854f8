package org.depositary.documents.extraction.structure;

/**
 * An edit that repairs the extracted text. The text itself stays as it is.
 *
 * @param start the offset of the first replaced character in the whole text, in Unicode code points
 * @param end the offset after the last replaced character
 * @param replacement empty if the characters are only removed
 */
public record TextEdit(int start, int end, String replacement, RepairReason reason) {}
