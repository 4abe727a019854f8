package org.depositary.documents.extraction.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.depositary.documents.extraction.DocumentExtraction;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.depositary.documents.extraction.structure.ExtractionFailure;
import org.depositary.documents.extraction.structure.ExtractionProgress;
import org.depositary.documents.extraction.structure.ExtractionStatus;

/**
 * The main class of an extraction worker. Reads requests from standard input and writes one response for each to
 * standard output.
 *
 * <p>The worker ends when its parent ends, because its standard input then ends. It opens no network connection.
 */
public final class ExtractionProcess {

    /** The first byte that a worker writes: it is ready for requests. */
    static final int READY = 0x52;

    /** The time after the limit in which an extraction that checks the limit returns its text by itself. */
    private static final long GRACE_MILLIS = 1_000;

    private final DataInputStream requests;
    private final DataOutputStream responses;
    private final BlockingQueue<ExtractionRequest> waiting = new ArrayBlockingQueue<>(1);

    private ExtractionProcess(DataInputStream requests, DataOutputStream responses) {
        this.requests = requests;
        this.responses = responses;
    }

    public static void main(String[] arguments) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // A library that prints must not disturb the responses.
        System.setOut(System.err);
        silenceLibraries();
        NetworkBlock.install();
        var process = new ExtractionProcess(in, out);
        Thread.ofPlatform().daemon().name("extractions").start(process::extractAll);
        out.writeByte(READY);
        out.flush();
        process.readRequests();
    }

    /** The command line silences the other logging libraries. */
    private static void silenceLibraries() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /** Reads requests until the parent ends. Then the process ends too, whatever its other threads do. */
    private void readRequests() {
        try {
            while (true) {
                waiting.add(ExtractionRequest.read(requests));
            }
        } catch (IOException parentHasEnded) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void extractAll() {
        try {
            while (true) {
                ExtractionResponse response = extract(waiting.take());
                response.write(responses);
                if (response.last()) {
                    Runtime.getRuntime().halt(0);
                }
            }
        } catch (IOException | InterruptedException | RuntimeException | Error failure) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static ExtractionResponse extract(ExtractionRequest request) throws InterruptedException {
        var extraction = new DocumentExtraction(request.limits());
        var progress = new ExtractionProgress();
        var outcome = new ExtractionOutcome[1];
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("extraction")
                .start(() -> outcome[0] = extraction.read(request.file(), request.declared(), progress));
        thread.join(request.limits().time().toMillis() + GRACE_MILLIS);
        if (!thread.isAlive()) {
            return new ExtractionResponse(
                    outcome[0] == null ? outOfMemory() : outcome[0], outcome[0] == null || tookAllMemory(outcome[0]));
        }
        String reason = "The extraction took longer than %d seconds."
                .formatted(request.limits().time().toSeconds());
        return new ExtractionResponse(extraction.readSoFar(progress, reason), true);
    }

    private static ExtractionOutcome outOfMemory() {
        return new ExtractionOutcome.Unread(ExtractionStatus.TOO_LARGE, ExtractionFailure.OUT_OF_MEMORY);
    }

    private static boolean tookAllMemory(ExtractionOutcome outcome) {
        return outcome.problem()
                .filter(reason -> reason.contains(ExtractionFailure.OUT_OF_MEMORY))
                .isPresent();
    }
}
