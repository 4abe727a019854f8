package org.depositary.documents;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The configured limits for one document, and the number and size of the extraction workers. */
@ConfigMapping(prefix = "depositary.documents")
public interface DocumentLimits {

    /** Returns the maximum size of an upload. */
    @WithDefault("64M")
    MemorySize largest();

    /**
     * Returns the maximum length of an extracted text, in Unicode code points. Extracting a text of the default
     * length takes about 100 MB of heap.
     */
    @WithDefault("5000000")
    int characters();

    /** Returns the maximum number of tags in an HTML page, or of paragraphs and cells in an Office file. */
    @WithDefault("200000")
    int tags();

    /** Returns the maximum size of all parts of an Office file or book after decompression. */
    @WithDefault("256M")
    MemorySize inflated();

    /** Returns the maximum number of parts of an Office file or book. */
    @WithDefault("10000")
    int entries();

    /** Returns the maximum depth of elements in an Office file or book. */
    @WithDefault("150")
    int nesting();

    /** Returns the maximum time for extracting the text of one document. */
    @WithDefault("20S")
    Duration time();

    /** Returns the number of extraction workers: processes that each extract one document at a time. */
    @WithDefault("2")
    int workers();

    /** Returns the maximum heap of an extraction worker. */
    @WithDefault("192M")
    MemorySize workerHeap();
}
