package org.depositary.documents.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import org.depositary.documents.archive.ExtractionQueue;
import org.depositary.documents.archive.ExtractionQueue.Job;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.structure.ExtractionStatus;
import org.depositary.eventsourcing.relay.DirectDatabaseSettings;
import org.depositary.eventsourcing.relay.LeaderLoop;
import org.depositary.eventsourcing.store.CommandExecutor.Committed;

/**
 * Extracts the text of waiting documents. Only one process of the service works at a time.
 *
 * <p>The transaction that records the result also deletes the job. After a crash the document is extracted again,
 * with the same result. After several failed attempts the worker records that the document cannot be read.
 */
@ApplicationScoped
public class ExtractionWorker {

    private static final int ATTEMPTS = 5;
    private static final ExtractionOutcome GIVEN_UP = new ExtractionOutcome.Unread(
            ExtractionStatus.CORRUPT,
            "The extraction failed %d times. The document may be damaged.".formatted(ATTEMPTS));

    private final DocumentTextReader reader;
    private final ExtractionRecorder results;
    private final LeaderLoop loop;

    ExtractionWorker(DocumentTextReader reader, ExtractionRecorder results, DirectDatabaseSettings database) {
        this.reader = reader;
        this.results = results;
        this.loop = new LeaderLoop("extraction", database.settings(), this::readNext);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
    }

    void wake(@Observes Committed committed) {
        loop.wake();
    }

    private boolean readNext(Connection connection) throws Exception {
        var job = ExtractionQueue.next(connection);
        if (job.isEmpty()) {
            return false;
        }
        results.record(job.get().document(), outcome(connection, job.get()));
        return true;
    }

    private ExtractionOutcome outcome(Connection connection, Job job) {
        if (job.attempts() >= ATTEMPTS) {
            return GIVEN_UP;
        }
        ExtractionQueue.countAttempt(connection, job);
        return reader.read(job.document());
    }
}
