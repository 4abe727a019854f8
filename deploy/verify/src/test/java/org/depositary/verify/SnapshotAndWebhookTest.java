package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.depositary.verify.WebhookReceiver.Received;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A snapshot, followed by a webhook from its cursor, equals every later snapshot while others write. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class SnapshotAndWebhookTest {

    private final TestInstallation installation;
    private final OriginClient reader;
    private final OriginClient curator;

    SnapshotAndWebhookTest(TestInstallation installation) {
        this.installation = installation;
        this.reader = installation.client();
        this.curator = reader.with(installation.token("curator"));
    }

    /** A webhook can be slower than the writes, so the snapshots are compared when it has all their changes. */
    @Test
    void a_snapshot_followed_by_a_webhook_equals_every_later_snapshot() throws Exception {
        try (var receiver = new WebhookReceiver();
                var rounds = new RoundsUnderWrites("a webhook", installation)) {
            var first = MembershipSnapshot.newest(reader);
            var webhook = receiver.subscribe(curator, Map.of("since", first.cursor()));
            var later = new ArrayList<MembershipSnapshot>();
            for (int round = 0; round < RoundsUnderWrites.ROUNDS; round++) {
                rounds.awaitFurtherChanges();
                later.add(MembershipSnapshot.newest(reader));
            }
            rounds.endWrites();
            awaitDeliveries(receiver, first.seq(), later.getLast().seq());
            assertFollowed(first, receiver.accepted(), later);
            curator.delete("/api/webhooks/" + webhook).expect(204);
        }
    }

    /** Waits as long as further changes arrive. */
    private static void awaitDeliveries(WebhookReceiver receiver, long after, long upTo) {
        for (long count = 0; count < upTo - after; ) {
            long before = count;
            count = await("further deliveries").until(() -> delivered(receiver, after, upTo), now -> now > before);
        }
    }

    private static long delivered(WebhookReceiver receiver, long after, long upTo) {
        return receiver.accepted().stream()
                .mapToLong(Received::seq)
                .filter(seq -> seq > after && seq <= upTo)
                .distinct()
                .count();
    }

    /** Asserts that the changes up to each snapshot make it, in the order in which they arrived. */
    private static void assertFollowed(
            MembershipSnapshot first, List<Received> received, List<MembershipSnapshot> snapshots) {
        var state = first.state();
        var handled = new HashSet<String>();
        long from = first.seq();
        for (var snapshot : snapshots) {
            long after = from;
            received.stream()
                    .filter(each -> each.seq() > after && each.seq() <= snapshot.seq())
                    .filter(each -> handled.add(each.message()))
                    .forEach(each -> state.apply(each.event()));
            assertThat(state.rows())
                    .as("at %s", snapshot.cursor())
                    .isEqualTo(snapshot.state().rows())
                    .isNotEmpty();
            from = snapshot.seq();
        }
    }
}
