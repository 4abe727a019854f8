package org.depositary.gateway.read.documents;

/**
 * An edit of the extracted text. Its offsets count Unicode code points of the whole text.
 *
 * @param start offset of the first replaced code point
 * @param end offset after the last replaced code point
 * @param replacement what replaces them
 * @param reason {@code ligature}, {@code hyphen}, {@code mojibake} or {@code footnote-marker}
 */
public record TextRepair(int start, int end, String replacement, String reason) {}
