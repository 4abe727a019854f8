package org.depositary.gateway.citations;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.depositary.eventsourcing.background.BackgroundLoop;

/**
 * Looks for citations without a place, in the background: a text or a fact never waits for it. Several replicas may do the
 * same work, with the same result.
 */
@ApplicationScoped
class CitationPlacing {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String BEFORE_ALL = "";

    private final CitationPlacer placer;
    private final BackgroundLoop loop = new BackgroundLoop("citations", this::place);
    private String last = BEFORE_ALL;

    CitationPlacing(CitationPlacer placer) {
        this.placer = placer;
    }

    void onStart(@Observes StartupEvent event) {
        loop.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** Takes one document. After a failure the loop goes on with the next document, so one document does not block others. */
    private Duration place() throws Exception {
        var next = placer.documentAfter(last);
        boolean fromTheFirst = last.equals(BEFORE_ALL);
        last = next.orElse(BEFORE_ALL);
        if (next.isPresent()) {
            placer.place(next.get());
        }
        return next.isEmpty() && fromTheFirst ? PAUSE : Duration.ZERO;
    }
}
