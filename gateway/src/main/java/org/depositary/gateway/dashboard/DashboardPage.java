package org.depositary.gateway.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.depositary.gateway.web.tags.ContentHash;
import org.depositary.gateway.web.tags.ReadTag;

/** The HTML of the dashboard, as the web bundler writes it: with the names of the bundled files. */
@ApplicationScoped
class DashboardPage {

    private static final String FILE = "META-INF/resources/index.html";

    private final String html;
    private final ReadTag tag;

    DashboardPage() {
        this.html = read();
        this.tag = ReadTag.ofContent(ContentHash.of(html));
    }

    String html() {
        return html;
    }

    String tag() {
        return tag.toString();
    }

    /** Whether a client has this page, by its header If-None-Match. */
    boolean isIn(Optional<String> ifNoneMatch) {
        return tag.isIn(ifNoneMatch);
    }

    private static String read() {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
