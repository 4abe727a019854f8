package org.depositary.imports.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.depositary.imports.job.ImportStatusResponse;
import org.junit.jupiter.api.Test;

class ImportStatusCacheTest {

    private final UUID id = UUID.randomUUID();
    private final AtomicInteger loads = new AtomicInteger();
    private final ImportStatusCache cache = new ImportStatusCache(Duration.ofHours(1));

    @Test
    void one_load_serves_all_concurrent_callers() {
        try (var listeners = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1_000; i++) {
                listeners.submit(() -> cache.get(id, loader("running")));
            }
        }
        assertThat(loads).hasValue(1);
        assertThat(cache.get(UUID.randomUUID(), loader("running")).id()).isNotEqualTo(id);
        assertThat(loads).hasValue(2);
    }

    @Test
    void a_finished_import_is_not_cached() {
        assertThat(cache.get(id, loader("completed")).isFinished()).isTrue();
        assertThat(cache.get(id, loader("running")).isFinished()).isFalse();
        assertThat(cache.get(id, loader("undone")).isFinished()).isFalse();
        assertThat(loads).hasValue(2);
    }

    @Test
    void an_entry_expires() {
        var expiring = new ImportStatusCache(Duration.ZERO);
        expiring.get(id, loader("running"));
        assertThat(expiring.get(id, loader("completed")).isFinished()).isTrue();
    }

    private Function<UUID, ImportStatusResponse> loader(String status) {
        return id -> {
            loads.incrementAndGet();
            return new ImportStatusResponse(
                    id,
                    status,
                    "a set",
                    "changes",
                    false,
                    "a user",
                    "2026-01-01T00:00:00Z",
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    new ImportStatusResponse.Progress(0, 0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        };
    }
}
