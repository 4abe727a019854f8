package org.depositary.gateway.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The URL under which clients reach this installation (setting {@code depositary.public-url}). It makes absolute
 * links; no header of a request does. Without it, all links are relative to the host.
 */
@ApplicationScoped
public class PublicUrl {

    private final Optional<URI> url;

    public PublicUrl(@ConfigProperty(name = "depositary.public-url") Optional<URI> url) {
        url.filter(invalid -> !isOrigin(invalid)).ifPresent(invalid -> {
            throw new IllegalArgumentException(
                    "depositary.public-url '%s' must be an http or https URL without a path".formatted(invalid));
        });
        this.url = url;
    }

    /** The scheme, host and port without a slash at the end. Empty if the setting is missing. */
    public Optional<String> origin() {
        return url.map(set -> set.getScheme() + "://" + set.getRawAuthority());
    }

    /**
     * A link to an address of this installation.
     *
     * @param path begins with a slash
     */
    public String link(String path) {
        return origin().orElse("") + path;
    }

    /**
     * Whether a page of this origin belongs to the installation. Without a public URL, compares hosts only, because a proxy may
     * have ended TLS. If the public URL is localhost, it also compares hosts, because a browser can open the same page as
     * 127.0.0.1.
     *
     * @param host the header Host of the request
     */
    public boolean isOwn(String origin, String host) {
        return url.filter(set -> !set.getHost().equalsIgnoreCase("localhost")).isPresent()
                ? origin.equalsIgnoreCase(origin().orElseThrow())
                : origin.substring(origin.indexOf("://") + 1).equalsIgnoreCase("//" + host);
    }

    public boolean isHttps() {
        return url.filter(set -> set.getScheme().equals("https")).isPresent();
    }

    private static boolean isOrigin(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getUserInfo() == null
                && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }
}
