package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** Routes lead to the HTTP port of the gateway and to Keycloak, and nowhere else. */
final class RouteRule implements Rule {

    private static final Set<String> PUBLIC = Set.of("gateway:8080", "keycloak-service:8080");

    @Override
    public Stream<String> violations(Overlay overlay) {
        return overlay.ofKind("HTTPRoute").flatMap(route -> Stream.concat(backends(route), listeners(overlay, route)));
    }

    private static Stream<String> backends(Manifest route) {
        return route.json().findValues("backendRefs").stream()
                .flatMap(Manifest::elements)
                .map(backend -> backend.path("name").asText() + ":"
                        + backend.path("port").asInt())
                .filter(backend -> !PUBLIC.contains(backend))
                .map(backend -> "%s leads to %s".formatted(route, backend));
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
