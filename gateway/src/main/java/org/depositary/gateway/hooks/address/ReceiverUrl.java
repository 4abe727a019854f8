package org.depositary.gateway.hooks.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;

/** The URL of a receiver, with a host and no user name. */
public record ReceiverUrl(URI uri) {

    public static final int LONGEST = 2_000;

    /** An IPv4 address for some programs, a name for others. */
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int HIGHEST_PORT = 65_535;

    /** @throws Problem if the text is no such URL */
    public static ReceiverUrl parse(String text, boolean allowHttp) {
        if (text == null || text.isBlank()) {
            throw invalid("is required");
        }
        if (text.length() > LONGEST) {
            throw invalid("must have at most %d characters".formatted(LONGEST));
        }
        var url = new ReceiverUrl(uri(text));
        url.check(allowHttp);
        return url;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException failure) {
            throw invalid("is not a URL: " + failure.getReason());
        }
    }

    private void check(boolean allowHttp) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw invalid("must begin with https://");
        }
        if (scheme.equals("http") && !allowHttp) {
            throw invalid("must begin with https://. This installation does not send to http://");
        }
        if (uri.getRawUserInfo() != null) {
            throw invalid("must have no user name. Verify the signature instead");
        }
        if (uri.getHost() == null
                || NUMBER.matcher(uri.getHost()).matches()
                || uri.getPort() == 0
                || uri.getPort() > HIGHEST_PORT) {
            throw invalid("must have a valid host and port. Use the form xn-- for letters outside ASCII");
        }
        if (uri.getRawFragment() != null) {
            throw invalid("must have no fragment");
        }
    }

    public boolean isHttps() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** The name of the host, or its address without brackets. */
    public String host() {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return isHttps() ? HTTPS_PORT : HTTP_PORT;
    }

    /** What a request asks for: path and query. */
    public String target() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Problem invalid(String detail) {
        return Problem.invalid("url", detail);
    }
}
