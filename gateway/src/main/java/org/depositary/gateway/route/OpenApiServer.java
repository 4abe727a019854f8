package org.depositary.gateway.route;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Names the server in the OpenAPI document: the public URL, or the host that served the document. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class OpenApiServer implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var url = ConfigProvider.getConfig()
                .getOptionalValue("depositary.public-url", String.class)
                .map(set -> set.replaceFirst("/$", ""));
        api.setServers(List.of(OASFactory.createServer().url(url.orElse("/"))));
    }
}
