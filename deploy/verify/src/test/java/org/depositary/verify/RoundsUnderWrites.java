package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

/**
 * Rounds of a test that compares reads while others write. Every round begins when the reads have enough further changes, however
 * long that takes. The end prints how many changes were compared, and the rate of the writes.
 *
 * <p>{@code -Dsnapshots.rounds=N}, {@code -Dsnapshots.changes=N} and {@code -Dsnapshots.rate=N} set their number, the changes of a
 * round and the writes per second; {@code ./depositary drill snapshots} makes the rounds longer.
 */
final class RoundsUnderWrites implements AutoCloseable {

    static final int ROUNDS = Integer.getInteger("snapshots.rounds", 10);
    private static final int CHANGES = Integer.getInteger("snapshots.changes", 400);
    /** The writes of a round end with this multiple, if it takes so long. */
    private static final int MOST_WRITES = 2 * CHANGES;

    private static final int WRITES_PER_SECOND = Integer.getInteger("snapshots.rate", 200);

    private final String name;
    private final OriginClient reader;
    private final long seed = FaultDrill.anySeed();
    private final RegisterLoad load;
    private final long first;
    private long reached;

    /** @param name the compared reads, for the printed line */
    RoundsUnderWrites(String name, TestInstallation installation) {
        this.name = name;
        this.reader = installation.client();
        this.first = MembershipSnapshot.seq(reader);
        this.reached = first;
        this.load = RegisterLoad.start(reader.with(installation.token("curator")), WRITES_PER_SECOND, seed);
        load.goOnFor(MOST_WRITES);
    }

    /** Waits until the reads have the changes of another round. */
    void awaitFurtherChanges() {
        load.goOnFor(MOST_WRITES);
        long due = reached + CHANGES;
        reached = await("further changes").until(() -> MembershipSnapshot.seq(reader), now -> now >= due);
    }

    /** Ends the writes, and checks that they were what the test needs. */
    void endWrites() throws InterruptedException {
        var rate = load.rate();
        load.close();
        System.out.printf(
                "snapshots: %s: %d rounds, %,d changes; %s; seed %d%n", name, ROUNDS, reached - first, rate, seed);
        assertThat(load.unexpected()).isEmpty();
        for (var command : RegisterWriter.COMMANDS) {
            assertThat(load.recorded(command)).as(command).isPositive();
        }
    }

    @Override
    public void close() throws InterruptedException {
        load.close();
    }
}
