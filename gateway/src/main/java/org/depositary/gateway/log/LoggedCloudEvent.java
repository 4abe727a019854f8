package org.depositary.gateway.log;

import java.time.Instant;
import java.util.List;

/**
 * A change as the log holds it for clients.
 *
 * @param kind {@code membership}, {@code document} or {@code exercise}
 * @param type CloudEvents type, {@code org.depositary.membership.membership-changed.v1}
 * @param cloudEvent CloudEvents 1.0 JSON on one line, as PostgreSQL writes jsonb
 */
public record LoggedCloudEvent(
        Cursor cursor,
        String kind,
        String type,
        Instant recordedAt,
        List<String> organizations,
        List<String> parties,
        String cloudEvent) {

    private static final int NAME = 3;

    /** The part of the type that names the event: {@code membership-changed}. */
    public String eventName() {
        return type.split("\\.")[NAME];
    }
}
