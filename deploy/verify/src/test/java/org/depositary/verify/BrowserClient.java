package org.depositary.verify;

import static org.depositary.testing.Waiting.LIMIT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without a screen: it keeps cookies, follows redirects and fills in the login form of Keycloak. */
final class BrowserClient {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, BrowserClient::acceptOnLoopback);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI origin;
    private HttpResponse<String> page;

    private BrowserClient(URI origin) {
        this.origin = origin;
    }

    /** Logs in at the gateway, as the user that has this role. */
    static BrowserClient loggedIn(URI origin, String role) {
        var browser = new BrowserClient(origin);
        browser.open(HttpRequest.newBuilder(origin.resolve("/login?next=/api/session?from=login")));
        var form = FORM.matcher(browser.page.body());
        if (!form.find()) {
            throw new AssertionError("no login form at %s: %s".formatted(browser.page.uri(), browser.page.body()));
        }
        browser.open(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "username=%1$s&password=%1$s".formatted(URLEncoder.encode(role, StandardCharsets.UTF_8)))));
        return browser;
    }

    /** Browsers send secure cookies to loopback addresses also without TLS, and Keycloak relies on that. */
    private static boolean acceptOnLoopback(URI from, HttpCookie cookie) {
        cookie.setSecure(false);
        return true;
    }

    /** Opens another page. */
    HttpResponse<String> open(HttpRequest.Builder request) {
        try {
            page = http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The page that is open now. */
    HttpResponse<String> page() {
        return page;
    }

    /** The Set-Cookie headers of the responses on the way to this page, in any order. */
    List<String> cookiesSet() {
        return Stream.iterate(
                        page, Objects::nonNull, each -> each.previousResponse().orElse(null))
                .flatMap(response -> response.headers().allValues("Set-Cookie").stream())
                .toList();
    }

    /** The Cookie header of requests to the gateway. */
    String cookieHeader() {
        return cookies.getCookieStore().get(origin).stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
