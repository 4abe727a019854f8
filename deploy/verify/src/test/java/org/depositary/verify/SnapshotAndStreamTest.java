package org.depositary.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.depositary.verify.EventSourceClient.Event;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A snapshot, followed by the stream from its cursor, equals a later snapshot while others write. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class SnapshotAndStreamTest {

    private static final String DAY = "2010-06-01";
    private static final int ROUNDS = 10;
    private static final int WRITES_PER_SECOND = 200;
    private static final int WRITES_PER_ROUND = 400;

    private record Snapshot(List<JsonNode> items, String cursor) {
        MemberState state() {
            return MemberState.ofSnapshot(DAY, items);
        }
    }

    private final OriginClient reader;
    private final OriginClient curator;
    private final ChangeFeedClient changes;

    SnapshotAndStreamTest(TestInstallation installation) {
        this.reader = installation.client();
        this.curator = reader.with(installation.token("curator"));
        this.changes = new ChangeFeedClient(reader);
    }

    @Test
    void a_snapshot_followed_by_the_stream_equals_a_later_snapshot() throws Exception {
        try (var load = new MembershipLoad(curator, WRITES_PER_SECOND)) {
            load.start();
            var earlier = snapshot();
            for (int round = 0; round < ROUNDS; round++) {
                int written = load.accepted();
                await().until(() -> load.accepted() >= written + WRITES_PER_ROUND);
                var later = snapshot();
                assertThat(later.cursor()).isNotEqualTo(earlier.cursor());
                assertThat(followed(earlier, later.cursor()).rows())
                        .as("round %d", round)
                        .isEqualTo(later.state().rows())
                        .isNotEmpty();
                earlier = later;
            }
            assertThat(load.unexpected()).isEmpty();
            for (var command : List.of("recorded", "corrections", "retraction", "claims")) {
                assertThat(load.accepted(command)).as(command).isGreaterThan(ROUNDS);
            }
        }
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

    /** The state of a client that had the snapshot and then followed the stream up to the change with this cursor. */
    private MemberState followed(Snapshot snapshot, String upTo) {
        try (var stream = EventSourceClient.to(changes.stream("since=" + snapshot.cursor()))) {
            await().until(() -> stream.named("change").stream().map(Event::id).anyMatch(upTo::equals));
            var state = snapshot.state();
            for (var event : stream.events()) {
                assertThat(event.name()).isEqualTo("change");
                state.apply(event.json());
                if (event.id().equals(upTo)) {
                    return state;
                }
            }
            throw new AssertionError("The stream has no change " + upTo);
        }
    }
}
