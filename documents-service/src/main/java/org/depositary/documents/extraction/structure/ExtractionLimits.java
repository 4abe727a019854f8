package org.depositary.documents.extraction.structure;

import java.time.Duration;

/**
 * How much one document may take.
 *
 * @param characters of text, in code points; of an HTML page also of its source
 * @param tags of an HTML page: each becomes an object, and memory is what a hostile page aims at
 */
public record ExtractionLimits(int characters, int tags, Duration time) {
    /** Some two and a half thousand printed pages. */
    public static final ExtractionLimits DEFAULT = new ExtractionLimits(5_000_000, 200_000, Duration.ofSeconds(60));
}
