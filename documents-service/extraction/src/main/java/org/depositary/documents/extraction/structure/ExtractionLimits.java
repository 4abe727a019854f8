package org.depositary.documents.extraction.structure;

import java.time.Duration;

/**
 * The limits for one extraction.
 *
 * @param characters the maximum length of the text, in code points; also of the source of an HTML page
 * @param tags the maximum number of tags in an HTML page, because each tag needs memory and hostile pages have many
 * @param time the maximum duration
 * @param inflated the maximum size of all parts of an Office file or book after decompression, in bytes
 * @param entries the maximum number of parts of an Office file or book
 * @param nesting the maximum depth of elements, tables or groups in an Office file or book
 */
public record ExtractionLimits(int characters, int tags, Duration time, long inflated, int entries, int nesting) {

    private static final long INFLATED = 256L * 1024 * 1024;
    private static final int ENTRIES = 10_000;
    private static final int NESTING = 150;

    /** The default limits: a text of about 2,500 printed pages. */
    public static final ExtractionLimits DEFAULT = new ExtractionLimits(5_000_000, 200_000, Duration.ofSeconds(20));

    /** Creates limits with the default values for Office files and books. */
    public ExtractionLimits(int characters, int tags, Duration time) {
        this(characters, tags, time, INFLATED, ENTRIES, NESTING);
    }

    /** Returns the number of bytes after which a plain text or HTML page is longer than the limit in every encoding. */
    int mostBytes() {
        return (int) Math.min(Integer.MAX_VALUE - 8, 4L * characters + 4);
    }
}
