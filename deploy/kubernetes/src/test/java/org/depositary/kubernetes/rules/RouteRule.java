package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/**
 * Routes lead to the HTTP port of the gateway and to Keycloak, and nowhere else. The public URL of the gateway, which citations
 * contain, is that of its route.
 */
final class RouteRule implements Rule {

    private static final String GATEWAY = "gateway:8080";
    private static final Set<String> PUBLIC = Set.of(GATEWAY, "keycloak-service:8080");

    @Override
    public Stream<String> violations(Overlay overlay) {
        return overlay.ofKind("HTTPRoute")
                .flatMap(route -> Stream.of(backends(route), listeners(overlay, route), publicUrl(overlay, route))
                        .flatMap(each -> each));
    }

    private static Stream<String> publicUrl(Overlay overlay, Manifest route) {
        if (addresses(route).noneMatch(GATEWAY::equals)) {
            return Stream.empty();
        }
        var url = overlay.find("Deployment", "gateway")
                .flatMap(gateway -> new Environment(overlay, gateway).value("DEPOSITARY_PUBLIC_URL"))
                .orElse("");
        return route.each("/spec/hostnames")
                .map(host -> "https://" + host.asText())
                .filter(expected -> !expected.equals(url))
                .map(expected -> "%s has the URL %s, but the gateway '%s'".formatted(route, expected, url));
    }

    private static Stream<String> addresses(Manifest route) {
        return route.json().findValues("backendRefs").stream()
                .flatMap(Manifest::elements)
                .map(backend -> backend.path("name").asText() + ":"
                        + backend.path("port").asInt());
    }

    private static Stream<String> backends(Manifest route) {
        return addresses(route).filter(backend -> !PUBLIC.contains(backend)).map(backend -> "%s leads to %s"
                .formatted(route, backend));
    }

    private static Stream<String> listeners(Overlay overlay, Manifest route) {
        return route.each("/spec/parentRefs").flatMap(parent -> {
            var listeners = overlay.find("Gateway", parent.path("name").asText()).stream()
                    .flatMap(gateway -> gateway.each("/spec/listeners"))
                    .map(listener -> listener.path("name").asText())
                    .collect(Collectors.toSet());
            return unless(listeners.contains(parent.path("sectionName").asText()), "%s belongs to no listener", route);
        });
    }
}
