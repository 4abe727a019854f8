package org.depositary.documents.extraction.structure;

import java.time.Duration;

/**
 * Limits for one extraction.
 *
 * @param characters of text, in code points; also of the source of an HTML page
 * @param tags of an HTML page; each needs memory, and hostile pages have many
 */
public record ExtractionLimits(int characters, int tags, Duration time) {
    /** About 2,500 printed pages. */
    public static final ExtractionLimits DEFAULT = new ExtractionLimits(5_000_000, 200_000, Duration.ofSeconds(60));
}
