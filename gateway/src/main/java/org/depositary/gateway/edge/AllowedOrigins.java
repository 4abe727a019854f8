package org.depositary.gateway.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The origins whose pages may read (setting {@code depositary.cors.origins}): listed ones, or all ({@code *}). */
@ApplicationScoped
class AllowedOrigins {

    private static final String ALL = "*";

    private final Set<String> listed;
    private final boolean all;

    AllowedOrigins(@ConfigProperty(name = "depositary.cors.origins") Optional<List<String>> origins) {
        var set = origins.orElse(List.of()).stream().map(String::strip).toList();
        this.all = set.contains(ALL);
        this.listed = set.stream()
                .filter(origin -> !origin.equals(ALL))
                .map(AllowedOrigins::checked)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether all origins may read, without cookies. */
    boolean all() {
        return all;
    }

    /** Whether the response depends on header Origin. */
    boolean areListed() {
        return !listed.isEmpty();
    }

    /** Whether this origin may read, also with the cookie of its user. */
    boolean lists(String origin) {
        return origin != null && listed.contains(origin.toLowerCase(Locale.ROOT));
    }

    private static String checked(String origin) {
        var url = URI.create(origin);
        if (url.getHost() == null || !url.getRawPath().isEmpty() || url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "depositary.cors.origins: '%s' is not an origin, such as https://portal.example.org"
                            .formatted(origin));
        }
        return origin.toLowerCase(Locale.ROOT);
    }
}
