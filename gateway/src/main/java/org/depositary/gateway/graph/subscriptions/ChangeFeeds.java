package org.depositary.gateway.graph.subscriptions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.depositary.gateway.live.ChangeFollower;
import org.depositary.gateway.live.EncodedChange;
import org.depositary.gateway.live.LiveSettings;

/** Runs the feeds of all subscriptions of this replica, and wakes them when the log has new changes. */
@ApplicationScoped
class ChangeFeeds {

    private static final int AFTER_LOG_IS_FOLLOWED = 20_000;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int BLOCKING_THREADS = 4;
    private static final long RETRY_MILLIS = 500;
    private static final int PARSED_CHANGES = 256;

    private final ChangeFollower follower;
    private final LiveSettings settings;
    private final Set<ChangeFeed> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = threads("subscriptions-", THREADS);
    private final ExecutorService blockingThreads = threads("subscriptions-catch-up-", BLOCKING_THREADS);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("subscriptions-timer").daemon().factory());

    /** Subscriptions get the same changes at about the same time, so each is parsed once. Keys are compared by identity. */
    private final Cache<EncodedChange, Map<String, Object>> parsed =
            Caffeine.newBuilder().weakKeys().maximumSize(PARSED_CHANGES).build();

    ChangeFeeds(ChangeFollower follower, LiveSettings settings) {
        this.follower = follower;
        this.settings = settings;
    }

    private static ExecutorService threads(String name, int count) {
        var factory = Thread.ofPlatform().name(name, 0).daemon().factory();
        // Discards tasks after the shutdown.
        return new ThreadPoolExecutor(
                count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory, new DiscardPolicy());
    }

    void onStart(@Observes @Priority(AFTER_LOG_IS_FOLLOWED) StartupEvent event) {
        follower.onNewChanges(() -> threads.execute(() -> open.forEach(ChangeFeed::wake)));
        long heartbeat = settings.heartbeat().toMillis();
        timer.scheduleAtFixedRate(() -> open.forEach(ChangeFeed::beat), heartbeat, heartbeat, TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        threads.shutdownNow();
        blockingThreads.shutdownNow();
    }

    /**
     * The messages of a subscription. It looks for the next one only when the subscriber requests it, so a client that
     * does not read costs nothing.
     *
     * @param snapshot URL where a client reads everything again after a reset
     */
    Multi<Map<String, Object>> from(ChangeFollower.Start start, String snapshot) {
        return Multi.createFrom().deferred(() -> {
            var feed = new ChangeFeed(follower, this, start, snapshot);
            open.add(feed);
            return Multi.createBy()
                    .repeating()
                    .uni(feed::next)
                    .indefinitely()
                    .onTermination()
                    .invoke(() -> close(feed));
        });
    }

    Map<String, Object> message(EncodedChange change) {
        return parsed.get(change, ChangeMessage::change);
    }

    private void close(ChangeFeed feed) {
        feed.close();
        open.remove(feed);
    }

    void run(Runnable task) {
        threads.execute(task);
    }

    /** Runs a task that reads the database. */
    void runBlocking(Runnable task) {
        blockingThreads.execute(task);
    }

    void runLater(Runnable task) {
        timer.schedule(() -> run(task), RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }
}
