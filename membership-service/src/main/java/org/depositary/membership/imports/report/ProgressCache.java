package org.depositary.membership.imports.report;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.depositary.membership.imports.job.ImportStatusResponse;

/**
 * However many listen to an import, the database is asked once in a while. Nothing is kept of an import that has ended:
 * an undo would begin a moment later.
 */
final class ProgressCache {

    private record Look(ImportStatusResponse view, long at) {}

    private final long holds;
    private final Map<UUID, Look> looks = new ConcurrentHashMap<>();

    /** @param holds how long a look is good for */
    ProgressCache(Duration holds) {
        this.holds = holds.toNanos();
    }

    ImportStatusResponse at(UUID id, Function<UUID, ImportStatusResponse> look) {
        var shared = looks.get(id);
        if (isFresh(shared)) {
            return shared.view();
        }
        looks.values().removeIf(other -> !isFresh(other));
        var view = new ImportStatusResponse[1];
        // Whoever comes while somebody looks waits for what is seen, and for nothing else.
        looks.compute(id, (same, before) -> {
            var now = isFresh(before) ? before : new Look(look.apply(id), System.nanoTime());
            view[0] = now.view();
            return now.view().isFinished() ? null : now;
        });
        return view[0];
    }

    private boolean isFresh(Look look) {
        return look != null && System.nanoTime() - look.at() < holds;
    }
}
