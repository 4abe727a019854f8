package org.depositary.gateway.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the change log as clients get it. Projectors get {@link LoggedEvent}.
 *
 * @param kind {@code membership}, {@code document} or {@code exercise}
 * @param type CloudEvents type, for example {@code org.depositary.membership.membership-changed.v1}
 * @param actor who recorded it
 * @param cloudEvent CloudEvents 1.0 in JSON, on one line
 */
public record LoggedCloudEvent(
        Cursor cursor,
        String kind,
        String type,
        Instant recordedAt,
        List<String> organizations,
        List<String> parties,
        Optional<String> actor,
        String cloudEvent) {

    private static final int NAME_PART = 3;

    /** The event name within the type, for example {@code membership-changed}. */
    public String eventName() {
        return type.split("\\.")[NAME_PART];
    }
}
