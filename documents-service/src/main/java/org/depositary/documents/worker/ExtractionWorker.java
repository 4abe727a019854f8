package org.depositary.documents.worker;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.depositary.documents.DocumentLimits;
import org.depositary.documents.archive.DocumentArchive;
import org.depositary.documents.archive.ExtractionQueue;
import org.depositary.documents.archive.ExtractionQueue.Job;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.process.WorkerDirectory;
import org.depositary.documents.extraction.process.WorkerProcess.WorkerEnded;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.background.BackgroundLoop;
import org.depositary.eventsourcing.store.CommandExecutor.Committed;

/**
 * Extracts the text of waiting documents, several at a time, each in a worker process.
 *
 * <p>The transaction that records the result also deletes the job. After a crash of this process the document is
 * extracted again, with the same result. If the worker process ends several times, or its result cannot be stored, the
 * document gets the status {@code corrupt}.
 */
@ApplicationScoped
public class ExtractionWorker {

    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration LEASE_INTERVAL = ExtractionQueue.LEASE.dividedBy(4);
    private static final ExtractionOutcome GIVEN_UP = new ExtractionOutcome.Unread(
            ExtractionStatus.CORRUPT,
            "The extraction failed %d times. The document may be damaged.".formatted(ATTEMPTS));

    private final DataSource dataSource;
    private final DocumentArchive archive;
    private final ExtractionRecorder results;
    private final DocumentLimits settings;
    private final Set<Job> inWork = ConcurrentHashMap.newKeySet();
    private final List<BackgroundLoop> loops = new ArrayList<>();
    private final List<IsolatedExtraction> extractions = new ArrayList<>();
    private volatile boolean stopping;

    ExtractionWorker(
            DataSource dataSource, DocumentArchive archive, ExtractionRecorder results, DocumentLimits settings) {
        this.dataSource = dataSource;
        this.archive = archive;
        this.results = results;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        WorkerDirectory.deleteStale();
        for (int number = 1; number <= settings.workers(); number++) {
            var extraction = new IsolatedExtraction(archive, settings);
            extractions.add(extraction);
            loops.add(new BackgroundLoop("extraction-" + number, () -> extractNext(extraction)));
        }
        loops.add(new BackgroundLoop("extraction-leases", this::prolongLeases));
        loops.forEach(BackgroundLoop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        extractions.forEach(IsolatedExtraction::close);
        loops.forEach(BackgroundLoop::close);
    }

    void wake(@Observes Committed committed) {
        loops.stream().limit(extractions.size()).forEach(BackgroundLoop::wake);
    }

    private Duration extractNext(IsolatedExtraction extraction) throws Exception {
        var taken = stopping ? Optional.<Job>empty() : take();
        if (taken.isEmpty()) {
            extraction.stopIfIdle();
            return IDLE;
        }
        var job = taken.get();
        inWork.add(job);
        try {
            extract(job, extraction);
        } finally {
            inWork.remove(job);
        }
        return Duration.ZERO;
    }

    private void extract(Job job, IsolatedExtraction extraction) throws Exception {
        try {
            results.record(job, job.attempts() >= ATTEMPTS ? GIVEN_UP : extraction.extract(job.document()));
        } catch (WorkerEnded ended) {
            if (stopping) {
                release(job);
            } else {
                countFailure(job, ended);
            }
        } catch (Problem notStorable) {
            countFailure(job, notStorable);
        } catch (IOException workerDidNotStart) {
            if (stopping) {
                release(job);
            }
            // Otherwise the lease ends by itself. Until then other documents have their turn, which may need less
            // space.
            throw workerDidNotStart;
        }
    }

    private void release(Job job) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            ExtractionQueue.release(connection, job);
        }
    }

    private void countFailure(Job job, Exception failure) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            Log.warnf("Document %s, attempt %d: %s", job.document(), job.attempts() + 1, failure.getMessage());
            ExtractionQueue.countFailure(connection, job, FIRST_PAUSE.multipliedBy(1L << job.attempts()));
        }
    }

    private Optional<Job> take() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return ExtractionQueue.take(connection);
        }
    }

    private Duration prolongLeases() throws SQLException {
        if (!inWork.isEmpty()) {
            try (var connection = dataSource.getConnection()) {
                ExtractionQueue.prolong(connection, inWork);
            }
        }
        return LEASE_INTERVAL;
    }
}
