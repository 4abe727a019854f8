package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Faults under load, and then the question whether anything was lost, doubled or disordered. What is struck, how
 * often and with what is told from outside, so that longer drills are longer lists.
 *
 * @param faults each struck {@code rounds} times, in random order
 * @param seed of that order and of the moments, so that a run can be repeated
 */
record Drill(List<Fault> faults, int rounds, int writesPerSecond, long seed) {

    private static final Duration HEALING = Duration.ofSeconds(90);
    private static final Duration CATCHING_UP = Duration.ofSeconds(90);

    void run(Installation installation) throws InterruptedException {
        var changes = new Changes(installation.client());
        try (var load = new Load(installation.client().with(installation.token("curator")));
                var subscriber = Subscriber.to(changes.stream(Changes.FROM_THE_START))) {
            load.start(writesPerSecond);
            strike(installation, load);
            assertThat(load.stop(60)).as("every write is answered in the end").isTrue();
            System.out.printf(
                    "drill: %d writes acknowledged in %d attempts, %d connections of the subscriber%n",
                    load.count(), load.attempts(), subscriber.connections());
            assertThat(load.unexpected()).as("answers that no fault excuses").isEmpty();
            compare(installation, load, subscriber);
        }
    }

    private void strike(Installation installation, Load load) {
        var random = new Random(seed);
        for (var fault : order(random)) {
            // A number of writes is a moment nobody can prepare for, and it does not come while nothing works.
            var next = load.count() + random.nextInt(writesPerSecond / 2, writesPerSecond * 3);
            await("writes go on").atMost(HEALING).until(() -> load.count() >= next);
            System.out.printf("drill: %s after %d writes%n", fault, load.count());
            var healed = fault.strike(installation);
            await(fault + " has healed").atMost(HEALING).until(healed::getAsBoolean);
        }
        var last = load.count() + writesPerSecond;
        await("writes go on").atMost(HEALING).until(() -> load.count() >= last);
    }

    private List<Fault> order(Random random) {
        var all = new ArrayList<Fault>();
        for (int round = 0; round < rounds; round++) {
            all.addAll(faults);
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static void compare(Installation installation, Load load, Subscriber subscriber) {
        var tables = new EventTables(installation);
        var changes = new Changes(installation.client());
        await("the outbox is empty").atMost(CATCHING_UP).until(() -> tables.outbox() == 0);

        var recorded = tables.events().gapless();
        recorded.holds(load.acknowledged()).holdsNoMoreThan(load.acknowledged());
        new Topics(installation).events().withoutRepeats().gapless().sameAs(recorded);

        await("the gateway has caught up")
                .atMost(CATCHING_UP)
                .until(() ->
                        changes.paged().entries().size() >= recorded.entries().size());
        changes.paged().gapless().sameAs(recorded);

        await("the subscriber has caught up")
                .atMost(CATCHING_UP)
                .until(() ->
                        subscriber.named("change").size() >= recorded.entries().size());
        assertThat(subscriber.named("reset")).as("resets").isEmpty();
        Changes.streamed(subscriber).gapless().sameAs(recorded);
        assertThat(tables.outbox()).as("rows left in the outbox").isZero();
    }
}
