package org.depositary.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.depositary.local.process.JavaCommand;
import org.depositary.local.process.ProcessStatus;
import org.depositary.local.process.ShellCommand;
import org.depositary.local.process.SupervisedProgram;

/**
 * One of the four services in Quarkus dev mode: Maven compiles it with the modules that it needs, and starts a JVM that
 * compiles saved files again.
 *
 * @param name the name of the service, which is also its Maven module
 * @param directory the directory of the service in the data directory
 * @param home the directory of the source code
 * @param port the port of the public interface
 * @param managementPort the port of health and metrics
 * @param settings returns the environment variables; called at each start
 */
public record DevModeProgram(
        String name, Path directory, Path home, int port, int managementPort, Supplier<Map<String, String>> settings)
        implements SupervisedProgram {

    /** The maximum heap in MiB. Dev mode needs more than the service, because it also holds the build and the compiler. */
    private static final int HEAP = 768;

    private static final List<String> MAVEN = List.of("./mvnw", "--batch-mode", "--no-transfer-progress", "--quiet");

    private static final List<String> OPTIONS = List.of(
            // Unformatted code and tests that do not compile must not prevent a start.
            "-Dspotless.check.skip=true",
            "-Dmaven.test.skip=true",
            "-Dquarkus.test.continuous-testing=disabled",
            // The launcher has the terminal.
            "-Dquarkus.console.disable-input=true",
            "-Dquarkus.analytics.disabled=true");

    @Override
    public ProcessBuilder prepare() throws IOException {
        Files.createDirectories(directory);
        endLeftover();
        JavaCommand.writeArguments(argumentFile(), flags());
        var command = new ArrayList<>(ShellCommand.inOwnSession());
        command.addAll(ShellCommand.untilInputCloses(marker(), "TERM"));
        command.addAll(MAVEN);
        command.addAll(List.of("--projects", name, "--also-make", "quarkus:dev"));
        command.addAll(OPTIONS);
        // One argument in quotes: Quarkus splits the command line of Maven at spaces.
        command.add("-Djvm.args='@%s'".formatted(argumentFile()));
        var builder = new ProcessBuilder(command).directory(home.toFile());
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.merge("MAVEN_OPTS", String.join(" ", JavaCommand.WARNING_FLAGS), (given, own) -> own + " " + given);
        environment.putAll(settings.get());
        return builder;
    }

    /** Returns the flags of the JVM that runs the service. */
    private static List<String> flags() {
        var flags = new ArrayList<>(JavaCommand.WARNING_FLAGS);
        flags.addAll(ServiceProgram.LOG);
        flags.addAll(List.of("-Xmx" + HEAP + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        return flags;
    }

    private Path argumentFile() {
        return directory.resolve("dev-mode.args");
    }

    /** Ends Maven and the JVM of the service, which stay if the shell is killed. Their command lines have the file. */
    @Override
    public void endLeftover() {
        var left = ProcessHandle.allProcesses()
                .filter(process -> ProcessStatus.command(process).contains("@" + argumentFile()))
                .toList();
        left.forEach(ProcessHandle::destroy);
        left.stream()
                .filter(process -> !ProcessStatus.endsWithin(process, exitTimeout()))
                .forEach(DevModeProgram::kill);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        ProcessStatus.endsWithin(process, Duration.ofSeconds(5));
    }

    @Override
    public boolean isReady() {
        return health().isReady();
    }

    /** Always true. Code that does not compile or start keeps the service down until the next saved file repairs it. */
    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public String status() {
        return health().status();
    }

    private ServiceHealth health() {
        return new ServiceHealth(name, port, managementPort);
    }
}
