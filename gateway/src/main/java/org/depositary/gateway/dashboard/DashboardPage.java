package org.depositary.gateway.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The HTML of the dashboard, as the web bundler writes it: with the names of the bundled files. */
@ApplicationScoped
class DashboardPage {

    private static final String FILE = "META-INF/resources/index.html";

    private final String html;
    private final String tag;

    DashboardPage() {
        this.html = read();
        // Weak, because the page is compressed for clients that accept it.
        this.tag = "W/\"%s\"".formatted(Integer.toHexString(html.hashCode()));
    }

    String html() {
        return html;
    }

    String tag() {
        return tag;
    }

    boolean isTag(String ifNoneMatch) {
        return ifNoneMatch != null && ifNoneMatch.contains(tag);
    }

    private static String read() {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
