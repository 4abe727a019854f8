package org.depositary.gateway.hooks.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The settings that decide to which receivers may be sent. */
@ConfigMapping(prefix = "depositary.webhooks")
public interface AddressSettings {

    /** Whether receivers may have addresses that are not public. */
    @WithDefault("false")
    boolean allowPrivate();

    /** Whether receivers may have http URLs. */
    @WithDefault("${depositary.webhooks.allow-private:false}")
    boolean allowHttp();

    /** Name servers that resolve the hosts of receivers: addresses, with ports if these are not 53. Default: those of the system. */
    Optional<List<String>> nameServers();
}
