package org.depositary.local.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.depositary.local.client.AotTrainingRequests;
import org.depositary.local.client.GatewayClient;
import org.depositary.local.process.AotCaches;
import org.depositary.local.process.AotCaches.Use;
import org.depositary.local.process.Console;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.ShellCommand;
import org.depositary.local.process.SupervisedProgram;

/**
 * Writes the ahead-of-time caches of a build: runs an installation with real requests, records what its programs load
 * and compile, and creates one cache per program from that record.
 *
 * @param home the directory of the source code, which contains the built services
 */
public record AotTraining(Path home, Console console) {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration CREATION_LIMIT = Duration.ofMinutes(3);

    public void run() {
        var directory = home.resolve("target/training");
        ShellCommand.deleteTree(directory);
        var data = new DataDirectory(directory);
        data.create();
        // The key must exist before the services start, because they read the public key then.
        data.tokens();
        var ports = InstallationPorts.free();
        try {
            Files.createDirectories(AotCaches.of(home, Use.READ).directory());
            record(new LocalInstallation(home, data, ports, AotCaches.of(home, Use.RECORD), Optional.empty()));
            create(new LocalInstallation(home, data, ports, AotCaches.of(home, Use.CREATE), Optional.empty()));
        } catch (IOException e) {
            throw new LaunchFailure("The training failed: " + e.getMessage(), e);
        }
        ShellCommand.deleteTree(directory);
    }

    private void record(LocalInstallation installation) throws IOException {
        var launcher = new Launcher(installation, console, START_LIMIT);
        try {
            launcher.start();
            new FirstStartUpload(installation, console).send();
            var token = installation.data().tokens().token("curator", "training");
            new AotTrainingRequests(new GatewayClient(installation.url("gateway"), token)).send();
        } finally {
            launcher.stop();
        }
    }

    private void create(LocalInstallation installation) throws IOException {
        for (var program : installation.javaPrograms()) {
            if (Files.exists(installation.caches().record(program.name()))) {
                create(program, installation);
            }
        }
    }

    private void create(SupervisedProgram program, LocalInstallation installation) throws IOException {
        var log = installation.data().logs().resolve(program.name() + ".cache.log");
        var process = program.prepare()
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(CREATION_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new LaunchFailure("The cache of %s was not created: %s"
                        .formatted(program.name(), List.copyOf(Files.readAllLines(log))));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while a cache was created.", interrupted);
        } finally {
            Files.deleteIfExists(installation.caches().record(program.name()));
        }
    }
}
