package org.depositary.verify;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a request again until its answer is final, as a patient client does. The request must be safe to repeat: by an
 * {@code Idempotency-Key}, for example.
 */
final class RetriedRequest {

    interface Attempt {
        GatewayAnswer send() throws IOException;
    }

    private static final Set<Integer> COME_BACK_LATER = Set.of(429, 502, 503, 504, 507);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(800);

    private RetriedRequest() {}

    /**
     * Returns the first answer that does not ask to retry later.
     *
     * @param onRefusal runs after each answer that does
     */
    static GatewayAnswer send(Attempt attempt, Runnable onRefusal) {
        for (long pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            try {
                var answer = attempt.send();
                if (!saysToComeBack(answer)) {
                    return answer;
                }
                onRefusal.run();
            } catch (IOException nobodyThere) {
                // The request may have been handled or not, so it is sent again.
            }
            LockSupport.parkNanos(pause);
        }
    }

    private static boolean saysToComeBack(GatewayAnswer answer) {
        return COME_BACK_LATER.contains(answer.status())
                && answer.header("Content-Type").startsWith("application/problem+json");
    }
}
