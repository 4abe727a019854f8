package org.depositary.verify.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.depositary.verify.SharedOrigin.Origin;

/**
 * Generates random histories of one kind and verifies them. A failure shows its smallest history as HTTP requests.
 * {@code -Dhistories.seed=…} repeats it.
 */
public final class HistoriesRun<O, P extends HistoryPlayer<O, ?>> {

    /** Each has two organisations, and a filter of the interface takes at most 100. */
    private static final int SIDE_BY_SIDE = 50;

    private final HistoryKind<O, P> kind;
    private final CuratorHttp http;
    private final long seed = Long.getLong("histories.seed", System.nanoTime());
    private final WriteCounts writes = new WriteCounts();

    public HistoriesRun(HistoryKind<O, P> kind, Origin origin) {
        this.kind = kind;
        this.http = new CuratorHttp(origin);
    }

    /** Throws an {@link AssertionError} if a history disagrees with the model, or if too little was tried. */
    public void verify(int histories) {
        long began = System.nanoTime();
        var random = new Random(seed);
        JqwikSession.start();
        try (var tasks = new ParallelTasks()) {
            var generator = kind.history().generator(1_000, false);
            for (int done = 0; done < histories; done += SIDE_BY_SIDE) {
                var some = Stream.generate(() -> generator.next(random))
                        .limit(Math.min(SIDE_BY_SIDE, histories - done))
                        .toList();
                verify(some, tasks);
            }
            System.out.printf(
                    "%d histories, %s, %d questions in %d s, seed %d%n",
                    histories,
                    writes,
                    tasks.done(),
                    Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                    seed);
            // The number is random, but must not be so small that the test shows nothing.
            assertThat(writes.accepted()).isGreaterThan(histories);
            assertThat(writes.refused()).isGreaterThan(histories / 4);
            assertThat(writes.outcomes().getOrDefault("accepted", 0)).isGreaterThan(histories / 5);
            assertThat(tasks.done()).isGreaterThan(20L * histories);
        } finally {
            JqwikSession.finish();
        }
    }

    private void verify(List<Shrinkable<History<O>>> some, ParallelTasks tasks) {
        var failure = disagreement(some.stream().map(Shrinkable::value).toList(), tasks, writes);
        failure.ifPresent(first -> {
            var failing = some.stream()
                    .filter(each -> each.value().equals(first.history()))
                    .findFirst()
                    .orElseThrow();
            var smallest = HistoryShrinker.smallest(
                    failing, first, history -> disagreement(List.of(history), tasks, new WriteCounts()));
            throw new AssertionError("With -Dhistories.seed=" + seed + ": " + smallest.getMessage());
        });
    }

    private Optional<ModelDisagreement> disagreement(
            List<History<O>> histories, ParallelTasks tasks, WriteCounts counts) {
        try {
            new HistoriesTrial<>(kind, histories, http, tasks, counts).run();
            return Optional.empty();
        } catch (ModelDisagreement found) {
            return Optional.of(found);
        }
    }
}
