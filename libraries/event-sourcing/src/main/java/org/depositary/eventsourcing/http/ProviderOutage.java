package org.depositary.eventsourcing.http;

import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Recognises failures of authentication whose cause is that the OpenID provider cannot be reached. */
final class ProviderOutage {

    private ProviderOutage() {}

    static boolean caused(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof VertxException) {
                return true;
            }
        }
        return false;
    }

    static Problem problem() {
        return Problem.of(ProblemType.UNAVAILABLE, "The OpenID provider cannot be reached, so the caller is not known");
    }
}
