package org.depositary.benchmarks.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.depositary.benchmarks.Benchmark;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.benchmarks.BenchmarkSide;
import org.depositary.benchmarks.BenchmarkTarget;
import org.depositary.documents.extraction.DocumentExtraction;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.process.ExtractionRequest;
import org.depositary.documents.extraction.process.WorkerDirectory;
import org.depositary.documents.extraction.process.WorkerProcess;
import org.depositary.documents.extraction.structure.DeclaredMediaType;
import org.depositary.documents.extraction.structure.ExtractionLimits;

/** Compares the extraction of documents in worker processes with the same extraction in threads of one process. */
public final class ExtractionBenchmark implements Benchmark {

    private static final int DOCUMENTS = 1_000;
    private static final int WORKERS = 2;
    private static final long HEAP = 192L * 1024 * 1024;
    private static final DeclaredMediaType UNDECLARED = DeclaredMediaType.of("");
    private static final String ISOLATED = "workers";
    private static final String TOGETHER = "in-process";

    @Override
    public String name() {
        return "extraction";
    }

    @Override
    public String description() {
        return "1,000 mixed documents in extraction workers, against the same extraction in this process";
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
        List<Path> documents = MixedDocuments.write(run.data(), DOCUMENTS);
        var rounds = run.inTurns(
                "extraction",
                new BenchmarkSide(ISOLATED, () -> rate(documents, ExtractionBenchmark::isolated)),
                new BenchmarkSide(TOGETHER, () -> rate(documents, ExtractionBenchmark::inProcess)));
        run.report().ratio("1,000 mixed documents", rounds, ISOLATED, TOGETHER, "/s", BenchmarkTarget.atLeast(0.7));
    }

    /** Extracts the documents that no other thread of its side has taken, until none is left. */
    private interface Extraction {
        void extract(Queue<Path> documents) throws Exception;
    }

    /** Returns the documents per second. */
    private static double rate(List<Path> documents, Extraction extraction) throws Exception {
        var waiting = new ConcurrentLinkedQueue<>(documents);
        List<Callable<Void>> threads = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            threads.add(() -> {
                extraction.extract(waiting);
                return null;
            });
        }
        long start = System.nanoTime();
        try (var executor = Executors.newFixedThreadPool(WORKERS)) {
            for (var thread : executor.invokeAll(threads)) {
                thread.get();
            }
        }
        return documents.size() / ((System.nanoTime() - start) / 1e9);
    }

    /** Extracts in a worker process. The time includes its start, and the copy of each document into its directory. */
    private static void isolated(Queue<Path> documents) throws Exception {
        var directory = WorkerDirectory.create();
        try (var worker = WorkerProcess.start(HEAP, directory.path())) {
            for (Path document; (document = documents.poll()) != null; ) {
                Files.write(directory.document(), Files.readAllBytes(document));
                var request = new ExtractionRequest(directory.document(), UNDECLARED, ExtractionLimits.DEFAULT);
                requireText(worker.extract(request).outcome(), document);
            }
        } finally {
            directory.delete();
        }
    }

    private static void inProcess(Queue<Path> documents) {
        var extraction = new DocumentExtraction(ExtractionLimits.DEFAULT);
        for (Path document; (document = documents.poll()) != null; ) {
            requireText(extraction.read(document, UNDECLARED), document);
        }
    }

    private static void requireText(ExtractionOutcome outcome, Path document) {
        if (!(outcome instanceof ExtractionOutcome.Read)) {
            throw new IllegalStateException("%s: %s".formatted(document, outcome.problem()));
        }
    }
}
