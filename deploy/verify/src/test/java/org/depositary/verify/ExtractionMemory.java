package org.depositary.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Watches the resident memory of documents-service and its extraction workers together. Memory that they share counts
 * once. Only Linux reports it.
 */
final class ExtractionMemory implements AutoCloseable {

    /** The documented limit of all these processes together. */
    static final long LIMIT = 1_500_000_000;

    private static final long INTERVAL_MILLIS = 250;

    private final TestInstallation installation;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private volatile long highest;
    private volatile int processes;

    private ExtractionMemory(TestInstallation installation) {
        this.installation = installation;
    }

    static ExtractionMemory watch(TestInstallation installation) {
        var memory = new ExtractionMemory(installation);
        memory.executor.scheduleWithFixedDelay(memory::measure, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        return memory;
    }

    /** Returns the highest sum so far, in bytes. Zero if the system does not report it. */
    long highest() {
        return highest;
    }

    @Override
    public String toString() {
        return "%,d MB at most in %d processes".formatted(highest / 1_000_000, processes);
    }

    private void measure() {
        try {
            sum();
        } catch (UncheckedIOException restarting) {
            // The launcher writes its list of processes.
        }
    }

    private void sum() {
        var service = installation.process(TestInstallation.DOCUMENTS_SERVICE);
        var all = Stream.concat(service.stream(), service.stream().flatMap(ProcessHandle::descendants))
                .toList();
        long sum = all.stream().mapToLong(ExtractionMemory::resident).sum();
        if (sum > highest) {
            highest = sum;
            processes = all.size();
        }
    }

    private static long resident(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/%d/smaps_rollup".formatted(process.pid())))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (UncheckedIOException | IOException ended) {
            // A process that ends while it is read.
            return 0;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
