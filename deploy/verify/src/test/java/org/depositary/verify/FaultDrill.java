package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.core.ConditionTimeoutException;
import org.depositary.verify.Fault.Scene;
import org.junit.jupiter.api.Assumptions;

/**
 * Causes faults under load, then checks that no event is lost, repeated or out of order.
 *
 * <p>{@code -Ddrill.only=} is a pattern for the names of the faults to keep.
 *
 * @param faults in random order
 * @param seed of the order, moments and durations, to repeat a run; {@link #anySeed()} gives one
 */
record FaultDrill(List<Fault> faults, int writesPerSecond, long seed) {

    FaultDrill {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("A drill without faults shows nothing");
        }
        var only = System.getProperty("drill.only", ".*");
        faults = faults.stream().filter(fault -> fault.toString().matches(only)).toList();
        if (faults.isEmpty()) {
            // Another drill of the run may have it; ./depositary drill fails if none has.
            Assumptions.abort("None of the faults of this drill matches -Ddrill.only=" + only);
        }
    }

    FaultDrill(List<Fault> faults, int writesPerSecond) {
        this(faults, writesPerSecond, anySeed());
    }

    /** A random seed, or the one in {@code -Ddrill.seed=}. */
    static long anySeed() {
        return Long.getLong("drill.seed", ThreadLocalRandom.current().nextLong());
    }

    /** Runs the drill on a new installation with this name. */
    void run(String name) throws Exception {
        try (var installation = TestInstallation.start(name, "--empty")) {
            run(installation);
        }
    }

    void run(TestInstallation installation) throws Exception {
        say("%d faults; repeat it with -Ddrill.seed=%d", faults.size(), seed);
        var began = Instant.now();
        var changes = new ChangeFeedClient(installation.client());
        try (var subscriber = EventSourceClient.to(changes.stream(ChangeFeedClient.FROM_THE_START));
                var load = new WriteLoad(
                        installation.client().with(installation.token("curator")),
                        writesPerSecond,
                        () -> subscriber.count("change"))) {
            load.start();
            var strikes = strikeOrDiagnose(installation, load);
            assertThat(load.stop(LIMIT))
                    .as("every write is answered in the end")
                    .isTrue();
            say("all faults are over; comparing what everybody has seen");
            assertThat(load.unexpected()).as("answers that no fault excuses").isEmpty();
            var events = new EventLossCheck(installation, load, faults.stream().anyMatch(Fault::publishesAgain))
                    .compare(subscriber);
            say("nothing lost, nothing doubled, nothing out of order%n%n%s", strikes.table());
            say(
                    "%d writes acknowledged in %d attempts, %d events, %d resumes of the subscriber, %d minutes, seed %d",
                    load.count(),
                    load.attempts(),
                    events,
                    subscriber.connections() - 1,
                    Duration.between(began, Instant.now()).toMinutes(),
                    seed);
        }
    }

    private DrillSummary strikeOrDiagnose(TestInstallation installation, WriteLoad load) throws Exception {
        try {
            return strike(installation, load);
        } catch (ConditionTimeoutException stuck) {
            throw new AssertionError(stuck.getMessage() + "\n" + installation.diagnosis(), stuck);
        }
    }

    private DrillSummary strike(TestInstallation installation, WriteLoad load) throws Exception {
        var random = new Random(seed);
        var order = new ArrayList<>(faults);
        Collections.shuffle(order, random);
        var strikes = new DrillSummary();
        for (int n = 0; n < order.size(); n++) {
            // The fault comes after a random number of writes, so its moment is unpredictable and never during an
            // outage.
            writesGoOn(load, random.nextInt(writesPerSecond / 4, writesPerSecond * 3 / 2));
            var fault = order.get(n);
            say("%d/%d %s, after %d writes", n + 1, order.size(), fault, load.count());
            var healed = fault.strike(new Scene(installation, load, random));
            var over = Instant.now();
            await(fault + " has healed").until(healed::getAsBoolean);
            writesGoOn(load, 10);
            strikes.healed(fault, Duration.between(over, Instant.now()));
        }
        writesGoOn(load, writesPerSecond);
        return strikes;
    }

    private static void writesGoOn(WriteLoad load, int writes) {
        var next = load.count() + writes;
        await("writes go on").until(() -> load.count() >= next);
    }

    private static void say(String text, Object... values) {
        System.out.println("drill: " + text.formatted(values));
    }
}
