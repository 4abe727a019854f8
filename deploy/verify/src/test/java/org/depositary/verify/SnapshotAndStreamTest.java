package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import org.depositary.verify.EventSourceClient.Event;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A snapshot, followed by the stream from its cursor, equals a later snapshot while others write. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class SnapshotAndStreamTest {

    private final TestInstallation installation;
    private final OriginClient reader;
    private final ChangeFeedClient changes;

    SnapshotAndStreamTest(TestInstallation installation) {
        this.installation = installation;
        this.reader = installation.client();
        this.changes = new ChangeFeedClient(reader);
    }

    @Test
    void a_snapshot_followed_by_the_stream_equals_a_later_snapshot() throws Exception {
        try (var rounds = new RoundsUnderWrites("the stream", installation)) {
            var earlier = MembershipSnapshot.newest(reader);
            for (int round = 0; round < RoundsUnderWrites.ROUNDS; round++) {
                rounds.awaitFurtherChanges();
                var later = MembershipSnapshot.newest(reader);
                assertThat(later.seq()).isGreaterThan(earlier.seq());
                assertThat(followed(earlier, later.cursor()).rows())
                        .as("round %d", round)
                        .isEqualTo(later.state().rows())
                        .isNotEmpty();
                earlier = later;
            }
            rounds.endWrites();
        }
    }

    /** The state of a client that had the snapshot and then followed the stream up to the change with this cursor. */
    private MemberState followed(MembershipSnapshot snapshot, String upTo) {
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
