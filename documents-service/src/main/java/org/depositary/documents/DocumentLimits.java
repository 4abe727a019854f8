package org.depositary.documents;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one document may take. */
@ConfigMapping(prefix = "depositary.documents")
public interface DocumentLimits {

    /** The largest upload. */
    @WithDefault("64M")
    MemorySize largest();

    /** The longest text, in Unicode code points. At this one, reading takes about 100 MB of heap. */
    @WithDefault("5000000")
    int characters();

    /** The most tags of an HTML page. */
    @WithDefault("200000")
    int tags();

    /** The longest that reading a document may take. */
    @WithDefault("60S")
    Duration time();
}
