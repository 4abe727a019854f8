package org.depositary.membership.imports.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.depositary.membership.imports.job.ImportStatusResponse;
import org.junit.jupiter.api.Test;

class ProgressCacheTest {

    private final UUID id = UUID.randomUUID();
    private final AtomicInteger asked = new AtomicInteger();
    private final ProgressCache looks = new ProgressCache(Duration.ofHours(1));

    @Test
    void oneLookServesAllWhoListen() {
        try (var listeners = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1_000; i++) {
                listeners.submit(() -> looks.at(id, sees("running")));
            }
        }
        assertThat(asked).hasValue(1);
        assertThat(looks.at(UUID.randomUUID(), sees("running")).id()).isNotEqualTo(id);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatHasEndedIsLookedAtAnew() {
        assertThat(looks.at(id, sees("completed")).isFinished()).isTrue();
        assertThat(looks.at(id, sees("running")).isFinished()).isFalse();
        assertThat(looks.at(id, sees("undone")).isFinished()).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aLookIsGoodForAWhileOnly() {
        var none = new ProgressCache(Duration.ZERO);
        none.at(id, sees("running"));
        assertThat(none.at(id, sees("completed")).isFinished()).isTrue();
    }

    private Function<UUID, ImportStatusResponse> sees(String status) {
        return id -> {
            asked.incrementAndGet();
            return new ImportStatusResponse(
                    id,
                    status,
                    "a set",
                    "changes",
                    false,
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
