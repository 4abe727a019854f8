package org.depositary.verify.histories;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Plays histories in parallel, one step of all of them at a time, so that one moment serves all. Then sends every
 * read as known at every moment.
 */
final class HistoriesTrial<O, P extends HistoryPlayer<O, ?>> {

    private final HistoryKind<O, P> kind;
    private final CuratorHttp http;
    private final ParallelTasks tasks;
    private final List<P> players;
    private final List<KnownAtMoment> moments = new ArrayList<>();

    HistoriesTrial(
            HistoryKind<O, P> kind,
            List<History<O>> histories,
            CuratorHttp http,
            ParallelTasks tasks,
            WriteCounts writes) {
        this.kind = kind;
        this.http = http;
        this.tasks = tasks;
        var run = "h" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36) + "-";
        this.players = IntStream.range(0, histories.size())
                .mapToObj(number -> kind.player(histories.get(number), run + number + "-", http, writes))
                .toList();
    }

    /** @throws ModelDisagreement about one of the histories */
    void run() {
        tasks.forEach(players, HistoryPlayer::register);
        tasks.forEach(players, HistoryPlayer::awaitRead);
        var since = cursor();
        int steps = players.stream()
                .mapToInt(player -> player.history().operations().size())
                .max()
                .orElse(0);
        for (int step = 1; step <= steps; step++) {
            tasks.forEach(players, HistoryPlayer::step);
            tasks.forEach(players, HistoryPlayer::awaitRead);
            var changes = http.list("/api/changes?limit=1000&since=" + since);
            if (!changes.isEmpty()) {
                since = cursor();
                moments.add(new KnownAtMoment(step, since, last(changes)));
            }
        }
        tasks.forEach(kind.questions(players, moments, http), Runnable::run);
    }

    private String cursor() {
        return http.get("/api/organizations?limit=1").header("Depositary-Cursor");
    }

    private static String last(List<JsonNode> changes) {
        return changes.stream()
                .map(change -> change.path("time").asText())
                .max(Comparator.comparing(Instant::parse))
                .orElseThrow();
    }
}
