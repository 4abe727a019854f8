package org.depositary.local.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.depositary.local.installation.FirstStartUpload;
import org.depositary.local.installation.InstallationPorts;
import org.depositary.local.installation.Launcher;
import org.depositary.local.installation.LocalInstallation;
import org.depositary.local.process.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the installation, stays in the foreground, and stops it on Ctrl-C. */
@Command(name = "up", description = "Start PostgreSQL, Kafka and the four services; Ctrl-C stops them.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help;

    @Mixin
    private DataOption data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "The gateway's port (default: 8080). The others follow: services N+1 to N+3, PostgreSQL N+10, "
                            + "Kafka N+11 and N+12, health and metrics N+1000 to N+1003.")
    private int port = InstallationPorts.DEFAULT;

    @Option(names = "--empty", description = "Never load the starting register, now or later.")
    private boolean empty;

    @Option(
            names = "--start-limit",
            paramLabel = "SECONDS",
            description = "The time limit for the start of one program, in seconds (default: 180).")
    private int startLimit = 180;

    @Option(
            names = "--dev",
            paramLabel = "SERVICE",
            converter = DevModeService.class,
            completionCandidates = DevModeService.class,
            description = "Run this service in Quarkus dev mode, from its sources: ${COMPLETION-CANDIDATES}. "
                    + "The next request uses a saved file.")
    private Optional<String> inDevMode = Optional.empty();

    @Override
    public Integer call() {
        var began = Instant.now();
        var installation =
                new LocalInstallation(DataOption.home(), data.directory(), new InstallationPorts(port), inDevMode);
        installation.data().create();
        var lock = installation.data().lock();
        var console = Console.standard();
        // This creates the key before the programs start, so that `./depositary token` works from the start.
        installation.data().tokens();
        var launcher = new Launcher(installation, console, Duration.ofSeconds(startLimit));
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop));
        launcher.start();
        var register = new FirstStartUpload(installation, console);
        if (empty) {
            register.skip();
        } else {
            register.send();
        }
        console.printBlock(welcome(installation, Duration.between(began, Instant.now())));
        launcher.awaitStop();
        return lock.isValid() ? 0 : 1;
    }

    private static String welcome(LocalInstallation installation, Duration took) {
        return """

                Depositary is ready after %.1f seconds.

                  the dashboard   %2$s
                  organisations   %2$s/api/organizations
                  members         %2$s/api/organizations/sco/members?on=2005-07-06
                  live changes    %2$s/api/changes/stream
                  the interface   %2$s/openapi
                  a token         ./depositary token [--role curator]
                  data and logs   %3$s
                %4$s
                Ctrl-C stops it.
                """.formatted(
                        took.toMillis() / 1000.0,
                        installation.publicUrl(),
                        installation.data().path(),
                        devMode(installation));
    }

    private static String devMode(LocalInstallation installation) {
        return installation
                .inDevMode()
                .map("  dev mode        %s; the next request uses a saved file%n"::formatted)
                .orElse("");
    }
}
