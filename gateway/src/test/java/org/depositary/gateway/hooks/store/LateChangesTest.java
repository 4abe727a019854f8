package org.depositary.gateway.hooks.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.depositary.gateway.log.Cursor;
import org.junit.jupiter.api.Test;

/** Tests which changes a webhook skips after the change log was built again. */
class LateChangesTest {

    private static final Instant NEWEST = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant OVERLAP = NEWEST.minusSeconds(600);

    private final Webhook webhook = new Webhook();

    LateChangesTest() {
        webhook.newestDelivered =
                InstantsByKind.NONE.atLeast("membership", NEWEST).atLeast("document", NEWEST);
        webhook.resumeAt(
                cursor(1), InstantsByKind.NONE.atLeast("membership", OVERLAP).atLeast("document", OVERLAP));
    }

    private static Cursor cursor(long seq) {
        return Cursor.parse("aaaaaaaa." + seq).orElseThrow();
    }

    private static SentChange recorded(Instant at) {
        return new SentChange("m", UUID.randomUUID(), "type", "membership", "s", cursor(2), at, "{}");
    }

    @Test
    void a_repeated_change_does_not_end_the_search() {
        webhook.passed(recorded(NEWEST));
        assertThat(webhook.recordedFrom.of("membership")).contains(OVERLAP);
    }

    @Test
    void after_a_new_change_late_ones_of_its_kind_are_sent() {
        webhook.passed(recorded(NEWEST.plusSeconds(1)));
        assertThat(webhook.recordedFrom.of("membership")).isEmpty();
        assertThat(webhook.recordedFrom.of("document")).contains(OVERLAP);
        assertThat(webhook.newestDelivered.of("membership")).contains(NEWEST.plusSeconds(1));
    }
}
