package org.depositary.documents.extraction.structure;

import java.time.Duration;

/**
 * The limits for one extraction.
 *
 * @param characters the maximum length of the text, in code points; also of the source of an HTML page
 * @param tags the maximum number of tags in an HTML page, because each tag needs memory and hostile pages have many
 * @param time the maximum duration
 */
public record ExtractionLimits(int characters, int tags, Duration time) {
    /** The default limits: a text of about 2,500 printed pages. */
    public static final ExtractionLimits DEFAULT = new ExtractionLimits(5_000_000, 200_000, Duration.ofSeconds(60));
}
