package org.depositary.gateway.exports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "depositary.exports")
public interface ExportSettings {

    /** The maximum number of exports that one gateway writes at the same time. Further requests are refused. */
    @WithDefault("4")
    int atOnce();

    /** An export whose client accepts no bytes for this time ends, and its connection is closed. */
    @WithDefault("60s")
    Duration patience();

    /** The maximum size of a kept export in bytes. A larger one fails. */
    @WithDefault("1073741824")
    long largestKept();
}
