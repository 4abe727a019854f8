package org.depositary.gateway.hooks.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings that decide to which receivers may be sent. */
@ConfigMapping(prefix = "depositary.webhooks")
public interface AddressSettings {

    /** Whether receivers may have addresses that are not public. */
    @WithDefault("false")
    boolean allowPrivate();

    /** Whether receivers may have http URLs. */
    @WithDefault("${depositary.webhooks.allow-private:false}")
    boolean allowHttp();
}
