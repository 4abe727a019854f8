package org.depositary.verify.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.depositary.verify.SharedOrigin;
import org.depositary.verify.SharedOrigin.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random histories of recordings, corrections, claims, preferences, retractions, imports and undos: every read at
 * every point of both time axes returns what the model expects. A failure shows its smallest history as HTTP
 * requests. {@code -Dhistories.seed=…} repeats it.
 */
@ExtendWith(SharedOrigin.class)
class HistoriesTest {

    private static final int SIDE_BY_SIDE = 100;

    /** {@code -Dhistories.count=} sets the number: 1,000 in the full tests, otherwise few. */
    @Test
    void histories_read_as_the_model_has_them(Origin origin) throws Exception {
        verify(Integer.getInteger("histories.count"), origin);
    }

    private void verify(int histories, Origin origin) throws Exception {
        long seed = Long.getLong("histories.seed", System.nanoTime());
        long began = System.nanoTime();
        var random = new Random(seed);
        var writes = new WriteCounts();
        var http = new CuratorHttp(origin);
        JqwikSession.start();
        try (var crowd = new ParallelTasks()) {
            var generator = HistoryGenerator.history().generator(1_000, false);
            for (int done = 0; done < histories; done += SIDE_BY_SIDE) {
                var some = Stream.generate(() -> generator.next(random))
                        .limit(Math.min(SIDE_BY_SIDE, histories - done))
                        .toList();
                verify(some, http, crowd, writes, seed);
            }
            System.out.printf(
                    "%d histories, %s, %d questions in %d s, seed %d%n",
                    histories,
                    writes,
                    crowd.done(),
                    Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                    seed);
            // The number is random, but must not be so small that the test shows nothing.
            assertThat(writes.accepted()).isGreaterThan(histories);
            assertThat(writes.refused()).isGreaterThan(histories / 4);
            assertThat(writes.outcomes().getOrDefault("accepted", 0)).isGreaterThan(histories / 5);
            assertThat(crowd.done()).isGreaterThan(20L * histories);
        } finally {
            JqwikSession.finish();
        }
    }

    private static void verify(
            List<Shrinkable<History>> some, CuratorHttp http, ParallelTasks crowd, WriteCounts writes, long seed) {
        var failure = disagreement(some.stream().map(Shrinkable::value).toList(), http, crowd, writes);
        failure.ifPresent(first -> {
            var failing = some.stream()
                    .filter(each -> each.value().equals(first.history()))
                    .findFirst()
                    .orElseThrow();
            var smallest = HistoryShrinker.smallest(
                    failing, first, history -> disagreement(List.of(history), http, crowd, new WriteCounts()));
            throw new AssertionError("With -Dhistories.seed=" + seed + ": " + smallest.getMessage());
        });
    }

    private static Optional<ModelDisagreement> disagreement(
            List<History> histories, CuratorHttp http, ParallelTasks crowd, WriteCounts writes) {
        try {
            new HistoriesTrial(histories, http, crowd, writes).run();
            return Optional.empty();
        } catch (ModelDisagreement found) {
            return Optional.of(found);
        }
    }
}
