package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two records of an exercise are merged and unmerged in turn. Each time, a process is killed between the command and its
 * projection. Afterwards every read shows two records, or every read shows one.
 *
 * <p>{@code ./depositary drill merges} kills a hundred times; {@code -Dmerges.kills=N} sets the number.
 */
@Tag("full")
class MergeKillTest {

    private static final int KILLS = Integer.getInteger("merges.kills", 5);
    private static final List<String> KILLED = List.of(TestInstallation.EXERCISES_SERVICE, TestInstallation.GATEWAY);
    /** The first command after a start takes about as long. */
    private static final int LONGEST_PAUSE_MILLIS = 400;

    /** The expected reads as known at an instant or a cursor. Later kills must not change them. */
    private record Moment(String knownAt, ExercisePairReads expected) {}

    private final long seed = FaultDrill.anySeed();
    private final Random random = new Random(seed);
    private final List<Moment> moments = new ArrayList<>();
    private int unanswered;

    @Test
    void a_merge_or_its_undo_cut_off_by_a_kill_leaves_two_records_or_one() {
        System.out.printf("drill: %d kills; repeat them with -Ddrill.seed=%d%n", KILLS, seed);
        try (var installation = TestInstallation.start("merges", "--empty")) {
            var pair = ExercisePair.recorded(installation);
            assertThat(pair.read(installation.client())).isEqualTo(pair.asTwo());
            for (int n = 0; n < KILLS; n++) {
                kill(installation, pair, n);
            }
            moments.forEach(moment -> assertRead(installation, pair, moment));
            await("everything is published").until(() -> new EventTables(installation).outbox() == 0);
            System.out.printf("drill: %d kills, %d commands without an answer%n", KILLS, unanswered);
        }
    }

    /** Kills one of the two processes, each after a merge and after an unmerge. */
    private void kill(TestInstallation installation, ExercisePair pair, int n) {
        boolean merges = n % 2 == 0;
        var process = KILLED.get(n / 2 % KILLED.size());
        boolean afterAnswer = n / 4 % 2 == 0;
        var before = merges ? pair.asTwo() : pair.asOne();
        var after = merges ? pair.asOne() : pair.asTwo();
        moments.add(new Moment(new EventTables(installation).now().toString(), before));
        moments.add(new Moment(
                installation.client().get("/api/exercises").expect(200).cursor(), before));

        var key = UUID.randomUUID().toString();
        var answered = cutOff(installation, process, () -> send(installation, pair, merges, key), afterAnswer);
        unanswered += answered.isPresent() ? 0 : 1;
        var reads = pair.read(installation.client());
        System.out.printf(
                "drill: %d/%d kill -9 %s in %s, %s: %d%n",
                n + 1,
                KILLS,
                process,
                merges ? "a merge" : "an unmerge",
                answered.isPresent() ? "answered" : "not answered",
                reads.listed().size());

        // An unanswered command is repeated with its key, as a client would do. It is recorded once.
        var version = answered.orElseGet(() -> sendAgain(installation, pair, merges, key))
                .expect(201)
                .header("Depositary-Version");
        installation.client().getAfter(version, "/api/exercises").expect(200);
        assertThat(pair.read(installation.client())).isEqualTo(after);
        moments.subList(moments.size() - 2, moments.size()).forEach(moment -> assertRead(installation, pair, moment));
    }

    /**
     * Sends the command and kills the process. During that Kafka is frozen, so the gateway cannot project the event before
     * the kill. Returns the answer, unless the kill prevented it, when all processes are ready again.
     *
     * @param afterAnswer whether the kill waits for the answer; otherwise it comes at a random moment
     */
    private Optional<GatewayAnswer> cutOff(
            TestInstallation installation, String process, Command command, boolean afterAnswer) {
        BooleanSupplier healed;
        CompletableFuture<Optional<GatewayAnswer>> answer;
        installation.signal(TestInstallation.KAFKA, "STOP");
        try {
            answer = CompletableFuture.supplyAsync(() -> tried(command));
            if (afterAnswer) {
                answer.join();
            } else {
                FaultPause.millis(random.nextInt(LONGEST_PAUSE_MILLIS));
            }
            healed = installation.kill(process);
        } finally {
            installation.signal(TestInstallation.KAFKA, "CONT");
        }
        await(process + " has healed").until(healed::getAsBoolean);
        return answer.join();
    }

    private interface Command {
        GatewayAnswer send() throws IOException;
    }

    /** Returns the answer if it is a success. A killed process gives none, or the gateway answers 502 or 503 for it. */
    private Optional<GatewayAnswer> tried(Command command) {
        try {
            var answer = command.send();
            if (answer.status() < 500) {
                return Optional.of(answer.expect(201));
            }
        } catch (IOException killed) {
            // The repetition shows what was recorded.
        }
        return Optional.empty();
    }

    private static GatewayAnswer send(TestInstallation installation, ExercisePair pair, boolean merges, String key)
            throws IOException {
        var curator = installation.client().with(installation.token("curator"));
        return merges
                ? curator.tryPost(
                        pair.firstUrl() + "/merge",
                        Map.of("into", pair.second(), "sources", List.of(CommandBodies.SOURCE)),
                        "Idempotency-Key",
                        key)
                : curator.tryPost(pair.firstUrl() + "/unmerge", Map.of(), "Idempotency-Key", key);
    }

    private GatewayAnswer sendAgain(TestInstallation installation, ExercisePair pair, boolean merges, String key) {
        return await("the repeated command")
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .until(() -> send(installation, pair, merges, key), answer -> answer.status() < 500);
    }

    private static void assertRead(TestInstallation installation, ExercisePair pair, Moment moment) {
        assertThat(ExercisePairReads.at(installation.client(), pair, moment.knownAt()))
                .as("known at %s", moment.knownAt())
                .isEqualTo(moment.expected());
    }
}
