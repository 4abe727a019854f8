package org.depositary.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A snapshot, followed by a webhook from its cursor, equals a later snapshot while others write. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class SnapshotAndWebhookTest {

    private static final String DAY = "2010-06-01";
    private static final int WRITES_PER_SECOND = 200;
    private static final int WRITES = 2_000;

    private record Snapshot(List<JsonNode> items, String cursor) {}

    private final OriginClient reader;
    private final OriginClient curator;

    SnapshotAndWebhookTest(TestInstallation installation) {
        this.reader = installation.client();
        this.curator = reader.with(installation.token("curator"));
    }

    @Test
    void a_snapshot_followed_by_a_webhook_equals_a_later_snapshot() throws Exception {
        try (var receiver = new WebhookReceiver();
                var load = new MembershipLoad(curator, WRITES_PER_SECOND)) {
            load.start();
            var earlier = snapshot();
            var webhook = receiver.subscribe(curator, Map.of("since", earlier.cursor()));
            await("writes").until(() -> load.accepted() >= WRITES);
            var later = snapshot();
            await("the webhook is as far").until(() -> {
                var state = curator.get("/api/webhooks/" + webhook).expect(200).body();
                return seq(state.path("cursor").asText()) >= seq(later.cursor());
            });
            var state = MemberState.ofSnapshot(DAY, earlier.items());
            var handled = new HashSet<String>();
            receiver.accepted().stream()
                    .filter(received -> received.seq() <= seq(later.cursor()))
                    .filter(received -> handled.add(received.message()))
                    .forEach(received -> state.apply(received.event()));
            assertThat(handled).hasSizeGreaterThan(WRITES / 2);
            assertThat(state.rows())
                    .isEqualTo(MemberState.ofSnapshot(DAY, later.items()).rows())
                    .isNotEmpty();
            assertThat(load.unexpected()).isEmpty();
            curator.delete("/api/webhooks/" + webhook).expect(204);
        }
    }

    private static long seq(String cursor) {
        return Long.parseLong(cursor.substring(cursor.lastIndexOf('.') + 1));
    }

    /** All pages of the list. Its first page pins the cursor of all. */
    private Snapshot snapshot() {
        var first = "/api/memberships?limit=1000&on=" + DAY;
        var page = reader.get(first).expect(200);
        var cursor = page.cursor();
        var items = new ArrayList<>(page.items());
        while (page.body().hasNonNull("next")) {
            var next = URLEncoder.encode(page.body().path("next").asText(), UTF_8);
            page = reader.get(first + "&after=" + next).expect(200);
            items.addAll(page.items());
        }
        return new Snapshot(items, cursor);
    }
}
