package org.depositary.gateway.oembed;

import java.net.URI;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;

/**
 * An address of this installation that a client sent as a parameter.
 *
 * @param origin of all links in the response
 */
record DashboardAddress(String origin, URI address) {

    /**
     * Parses an absolute address, or a path.
     *
     * @param host the header Host of the request, for {@link PublicUrl#isOwn}
     */
    static DashboardAddress parse(String url, PublicUrl publicUrl, Optional<String> host) {
        var address = uri(url);
        if (!address.isAbsolute()) {
            return new DashboardAddress(publicUrl.origin().orElse(""), address);
        }
        var origin = address.getScheme() + "://" + address.getRawAuthority();
        if (!origin.matches("https?://.*") || !publicUrl.isOwn(origin, host.orElse(""))) {
            throw Problem.notFound("url: '%s' is not an address of this installation".formatted(url));
        }
        return new DashboardAddress(origin, address);
    }

    private static URI uri(String url) {
        try {
            var address = URI.create(url.strip());
            if (address.isOpaque()
                    || address.getRawPath().isEmpty()
                    || address.isAbsolute() == (address.getRawAuthority() == null)) {
                throw new IllegalArgumentException("no address");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw InvalidParameterProblem.of("url", "'%s' is not an address".formatted(url));
        }
    }
}
