package org.depositary.imports.http;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.depositary.imports.job.ImportStatusResponse;

/**
 * Caches the status of running imports for a short time, so that many clients that follow an import cause few
 * queries. The status of a finished import is not cached, because an undo can start the import again at any moment.
 */
final class ImportStatusCache {

    private record Entry(ImportStatusResponse status, long loadedAtNanos) {}

    private final long maxAgeNanos;
    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();

    ImportStatusCache(Duration maxAge) {
        this.maxAgeNanos = maxAge.toNanos();
    }

    ImportStatusResponse get(UUID id, Function<UUID, ImportStatusResponse> loader) {
        var cached = entries.get(id);
        if (isFresh(cached)) {
            return cached.status();
        }
        entries.values().removeIf(other -> !isFresh(other));
        var result = new ImportStatusResponse[1];
        // If several callers ask for the same import, one loads it and the others wait. Callers that ask for another
        // import do not wait.
        entries.compute(id, (same, before) -> {
            var entry = isFresh(before) ? before : new Entry(loader.apply(id), System.nanoTime());
            result[0] = entry.status();
            return entry.status().isFinished() ? null : entry;
        });
        return result[0];
    }

    private boolean isFresh(Entry entry) {
        return entry != null && System.nanoTime() - entry.loadedAtNanos() < maxAgeNanos;
    }
}
