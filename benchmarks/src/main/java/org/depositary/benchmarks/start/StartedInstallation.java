package org.depositary.benchmarks.start;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.depositary.benchmarks.BenchmarkRun;
import org.depositary.local.installation.DataDirectory;

/** An installation that {@code ./depositary up} has started. */
final class StartedInstallation implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 120;
    private static final int GATEWAY_PORT = 31_000;
    private static final int MEMBERSHIP_SERVICE_PORT = GATEWAY_PORT + 1;

    private final Path data;
    private final Process launcher;
    private final double startSeconds;

    private StartedInstallation(Path data, Process launcher, double startSeconds) {
        this.data = data;
        this.launcher = launcher;
        this.startSeconds = startSeconds;
    }

    /**
     * Starts an installation and returns when it is ready.
     *
     * @param caches whether its programs use the ahead-of-time caches of the build
     */
    static StartedInstallation start(BenchmarkRun run, Path data, boolean caches, List<String> options)
            throws IOException, InterruptedException {
        var log = run.data().resolve("start.log");
        var command =
                new ArrayList<>(List.of(run.home().resolve("depositary").toString(), "up", "--data", data.toString()));
        command.addAll(List.of("--port", Integer.toString(GATEWAY_PORT)));
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("DEPOSITARY_BUILD", "never");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (!caches) {
            builder.environment().put("DEPOSITARY_AOT", "never");
        }
        long begun = System.nanoTime();
        var launcher = builder.start();
        try {
            awaitReady(launcher, log);
        } catch (IOException | RuntimeException failure) {
            launcher.destroy();
            throw failure;
        }
        return new StartedInstallation(data, launcher, (System.nanoTime() - begun) / 1e9);
    }

    private static void awaitReady(Process launcher, Path log) throws IOException, InterruptedException {
        for (int look = 0; !Files.readString(log).contains("Depositary is ready"); look++) {
            if (!launcher.isAlive() || look > TIMEOUT_SECONDS * 100) {
                throw new IllegalStateException("The installation did not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    double startSeconds() {
        return startSeconds;
    }

    Map<String, Double> memory() throws IOException {
        return ProgramMemory.of(launcher.toHandle());
    }

    URI membershipService() {
        return URI.create("http://127.0.0.1:" + MEMBERSHIP_SERVICE_PORT);
    }

    String token() {
        return new DataDirectory(data).tokens().token("curator");
    }

    @Override
    public void close() throws InterruptedException {
        launcher.destroy();
        launcher.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
