package org.depositary.gateway.cite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "depositary.citations")
interface CitationSettings {

    /** The name of this register in citations. */
    @WithDefault("Depositary")
    String register();
}
