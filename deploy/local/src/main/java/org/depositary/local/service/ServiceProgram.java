package org.depositary.local.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.depositary.local.process.AotCaches;
import org.depositary.local.process.ExitWithLauncher;
import org.depositary.local.process.JavaCommand;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.ShellCommand;
import org.depositary.local.process.SupervisedProgram;

/**
 * One of the four services: a built Quarkus application with the settings of its installation.
 *
 * @param directory the working directory
 * @param application the {@code quarkus-app} directory of the built service
 * @param port the port of the public interface
 * @param managementPort the port of health and metrics
 * @param heap the maximum heap in MiB
 * @param settings returns the environment variables; called at each start
 */
public record ServiceProgram(
        String name,
        Path directory,
        Path application,
        int port,
        int managementPort,
        int heap,
        AotCaches caches,
        Supplier<Map<String, String>> settings)
        implements SupervisedProgram {

    /** Log settings for a curator's terminal, without lines that repeat at every start. */
    static final List<String> LOG = List.of(
            "-Dquarkus.banner.enabled=false",
            "-Dquarkus.log.console.format=%d{HH:mm:ss.SSS} %-5p %c{1.} %s%e%n",
            "-Dquarkus.log.category.\"org.flywaydb\".level=ERROR",
            "-Dquarkus.log.category.\"org.apache.kafka\".level=WARN",
            "-Dquarkus.log.category.\"org.apache.kafka.clients.NetworkClient\".level=ERROR");

    /** The main class of a Quarkus application that is packaged as {@code aot-jar}. */
    public static final String ENTRY_POINT = "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint";

    @Override
    public ProcessBuilder prepare() throws IOException {
        Files.createDirectories(directory);
        var jar = application.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure("%s is not built: %s does not exist.".formatted(name, jar));
        }
        var command = new ArrayList<>(ShellCommand.inOwnSession());
        command.add(JavaCommand.java());
        command.addAll(flags());
        command.addAll(List.of("-cp", ownCode() + ":" + jar));
        command.addAll(List.of(ExitWithLauncher.class.getName(), ENTRY_POINT));
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(settings.get());
        return builder;
    }

    private List<String> flags() {
        var flags = new ArrayList<>(JavaCommand.WARNING_FLAGS);
        flags.addAll(caches.flags(name));
        flags.addAll(LOG);
        flags.addAll(List.of(
                "-D" + marker(),
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // JBoss Threads resets thread locals by reflection, which JDK 25 forbids without this flag.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        return flags;
    }

    /**
     * Returns the jar or directory that contains {@link ExitWithLauncher}. No other jar of the launcher is on the
     * class path of the service.
     */
    private static Path ownCode() {
        return Path.of(URI.create(ExitWithLauncher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    @Override
    public Duration exitTimeout() {
        return caches.exitTimeout(SupervisedProgram.super.exitTimeout());
    }

    @Override
    public boolean isReady() {
        return health().isReady();
    }

    /**
     * Whether the service is live. A service that is live but not ready recovers by itself; only one that is not live
     * must be restarted.
     */
    @Override
    public boolean isLive() {
        return health().isLive();
    }

    @Override
    public String status() {
        return health().status();
    }

    private ServiceHealth health() {
        return new ServiceHealth(name, port, managementPort);
    }
}
