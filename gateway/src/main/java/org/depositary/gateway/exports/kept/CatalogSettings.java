package org.depositary.gateway.exports.kept;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "depositary.catalog")
public interface CatalogSettings {

    /** The title of the catalogue of exports (DCAT). */
    @WithDefault("Depositary: register of regional organisations")
    String title();

    /** The publisher of the catalogue and its data sets. */
    @WithDefault("Depositary")
    String publisher();
}
