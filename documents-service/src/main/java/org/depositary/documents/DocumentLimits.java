package org.depositary.documents;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits for one document. */
@ConfigMapping(prefix = "depositary.documents")
public interface DocumentLimits {

    /** The largest upload. */
    @WithDefault("64M")
    MemorySize largest();

    /** The longest text, in Unicode code points. Extracting a text of the default length takes about 100 MB of heap. */
    @WithDefault("5000000")
    int characters();

    /** The maximum number of tags in an HTML page. */
    @WithDefault("200000")
    int tags();

    /** The maximum time for extracting one document. */
    @WithDefault("60S")
    Duration time();
}
