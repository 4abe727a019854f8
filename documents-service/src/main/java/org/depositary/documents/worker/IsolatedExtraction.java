package org.depositary.documents.worker;

import io.quarkus.logging.Log;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.depositary.documents.DocumentLimits;
import org.depositary.documents.archive.DocumentArchive;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.ExtractionOutcome.Unread;
import org.depositary.documents.extraction.process.ExtractionRequest;
import org.depositary.documents.extraction.process.WorkerDirectory;
import org.depositary.documents.extraction.process.WorkerProcess;
import org.depositary.documents.extraction.process.WorkerProcess.WorkerEnded;
import org.depositary.documents.extraction.process.WorkerProcess.WorkerHangs;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.depositary.documents.extraction.structure.ExtractionStatus;

/**
 * Extracts documents in one worker process. Starts the process when it is needed, and replaces it after it hung, ended
 * or ran out of memory.
 */
final class IsolatedExtraction implements AutoCloseable {

    /** An idle worker ends after this time and frees its memory. */
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);

    private final DocumentArchive archive;
    private final long heap;
    private final ExtractionLimits limits;
    private volatile WorkerDirectory directory = WorkerDirectory.create();
    private volatile WorkerProcess worker;
    private long lastUse;

    IsolatedExtraction(DocumentArchive archive, DocumentLimits settings) {
        this.archive = archive;
        this.heap = settings.workerHeap().asLongValue();
        this.limits = new ExtractionLimits(
                settings.characters(),
                settings.tags(),
                settings.time(),
                settings.inflated().asLongValue(),
                settings.entries(),
                settings.nesting());
    }

    /** @throws WorkerEnded if the worker ended without a result; another attempt may succeed */
    ExtractionOutcome extract(String id) throws IOException, WorkerEnded {
        var document = archive.find(id).orElseThrow();
        requireDirectory();
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(directory.document()))) {
                archive.writeTo(id, out);
            }
            var declared = DeclaredMediaType.of(document.contentType());
            var response = worker().extract(new ExtractionRequest(directory.document(), declared, limits));
            if (response.last()) {
                stop();
            }
            return response.outcome();
        } catch (WorkerHangs hangs) {
            Log.warnf("Document %s: the extraction worker hung and was killed", id);
            stop();
            return new Unread(
                    ExtractionStatus.TIMEOUT,
                    "The extraction took longer than %d seconds."
                            .formatted(limits.time().toSeconds()));
        } catch (WorkerEnded ended) {
            stop();
            throw ended;
        } finally {
            lastUse = System.nanoTime();
            directory.clear();
        }
    }

    /** The system may have deleted the directory, because it cleans temporary files that are not used for days. */
    private void requireDirectory() {
        if (!directory.exists()) {
            stop();
            directory = WorkerDirectory.create();
        }
    }

    private WorkerProcess worker() throws IOException {
        if (worker == null || !worker.isAlive()) {
            worker = WorkerProcess.start(heap, directory.path());
        }
        return worker;
    }

    void stopIfIdle() {
        if (worker != null && System.nanoTime() - lastUse > IDLE_LIMIT.toNanos()) {
            stop();
        }
    }

    private void stop() {
        var process = worker;
        worker = null;
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        stop();
        directory.delete();
    }
}
