package org.depositary.documents.extraction.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running extraction worker: a Java process with a small heap that extracts one document after the other. */
public final class WorkerProcess implements AutoCloseable {

    /** The worker did not answer in time and was killed. */
    public static final class WorkerHangs extends Exception {}

    /** The worker ended without an answer. */
    public static final class WorkerEnded extends Exception {
        WorkerEnded(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** By these variables Java chooses the encoding of paths, such as those of its class path. */
    private static final Set<String> LOCALE = Set.of("LANG", "LC_ALL", "LC_CTYPE");

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    /** The worker enforces the time limit itself. If it cannot, it is killed after this time. */
    private static final Duration KILL_AFTER = Duration.ofSeconds(6);

    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream responses;

    private WorkerProcess(Process process) {
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.responses = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Starts a worker and waits until it is ready.
     *
     * @param heap the maximum heap in bytes
     * @param directory the only directory in which the worker may write
     */
    public static WorkerProcess start(long heap, Path directory) throws IOException {
        var builder = new ProcessBuilder(command(heap, directory))
                .directory(directory.toFile())
                .redirectError(Redirect.INHERIT);
        // The environment has passwords and options that a worker does not need.
        builder.environment().keySet().removeIf(name -> !LOCALE.contains(name));
        var worker = new WorkerProcess(builder.start());
        try {
            if (worker.within(START_LIMIT, worker.responses::readByte) != ExtractionProcess.READY) {
                worker.close();
                throw new IOException("An extraction worker did not start: its first byte was not the expected one.");
            }
            return worker;
        } catch (WorkerHangs | WorkerEnded failed) {
            worker.close();
            throw new IOException("An extraction worker did not start.", failed);
        }
    }

    private static List<String> command(long heap, Path directory) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // Standard output has only responses. By default Java also writes its own warnings there.
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:ErrorFile=" + directory.resolve("crash.log"),
                "-XX:MaxMetaspaceSize=160m",
                "-XX:ReservedCodeCacheSize=48m",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + directory,
                "-Duser.home=" + directory,
                "-Dpdfbox.fontcache=" + directory,
                // No host name resolves, so no library can reach another machine by its name.
                "-Djdk.net.hosts.file=" + directory.resolve("no-hosts"),
                // A damaged file makes the libraries log a lot, and the response says all that a user needs.
                "-Dlog4j2.StatusLogger.level=OFF",
                "-Dorg.apache.logging.log4j.simplelog.level=OFF",
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                WorkerClassPath.find(),
                ExtractionProcess.class.getName());
    }

    /**
     * Extracts one document.
     *
     * @throws WorkerHangs if the time limit of the request did not end the extraction; the worker is then killed
     * @throws WorkerEnded if the worker ended before its answer
     */
    public ExtractionResponse extract(ExtractionRequest request) throws WorkerHangs, WorkerEnded {
        return within(request.limits().time().plus(KILL_AFTER), () -> {
            request.write(requests);
            return ExtractionResponse.read(responses);
        });
    }

    private interface Exchange<T> {
        T run() throws IOException;
    }

    /** Blocking reads cannot be interrupted, so they run on their own thread, and a kill ends them. */
    private <T> T within(Duration limit, Exchange<T> exchange) throws WorkerHangs, WorkerEnded {
        var answer = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(exchange.run());
            } catch (IOException | RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            close();
            throw new WorkerHangs();
        } catch (ExecutionException ended) {
            throw new WorkerEnded("An extraction worker ended: " + ended.getCause(), ended.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WorkerEnded("Interrupted while a worker extracted.", interrupted);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Closes the input, as the end of this process would. */
    void endInput() throws IOException {
        requests.close();
    }

    /** Returns the process, for tests that kill it. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Kills the worker. Waits until it has ended, so that it writes no file after this. */
    @Override
    public void close() {
        process.destroyForcibly()
                .onExit()
                .completeOnTimeout(process, END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
