package org.depositary.documents;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The configured limits for one document. */
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

    /** Returns the maximum number of tags in an HTML page. */
    @WithDefault("200000")
    int tags();

    /** Returns the maximum time for extracting the text of one document. */
    @WithDefault("60S")
    Duration time();
}
