package org.depositary.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the installation, stays in front, and stops it on Ctrl-C. */
@Command(name = "up", description = "Start PostgreSQL, Kafka and the four services; Ctrl-C stops them.")
final class Up implements Callable<Integer> {

    @Mixin
    private HelpOption help;

    @Mixin
    private DataOption data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "The gateway's port (default: 8080). The others follow: services N+1 to N+3, PostgreSQL N+10, "
                            + "Kafka N+11 and N+12.")
    private int port = Ports.DEFAULT;

    @Option(names = "--empty", description = "Leave the starting register out, now and later.")
    private boolean empty;

    @Option(
            names = "--start-limit",
            paramLabel = "SECONDS",
            description = "How long the start of one program may take (default: 180).")
    private int startLimit = 180;

    @Override
    public Integer call() {
        var began = Instant.now();
        var installation = new Installation(DataOption.home(), data.directory(), new Ports(port));
        installation.data().make();
        var lock = installation.data().lock();
        var console = Console.standard();
        // Made before anything runs, so that a token can be had from the first moment.
        installation.data().tokens();
        var launcher = new Launcher(installation, console, Duration.ofSeconds(startLimit));
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop));
        launcher.start();
        var register = new RegisterOnce(installation, console);
        if (empty) {
            register.leaveOut();
        } else {
            register.send();
        }
        console.print(welcome(installation, Duration.between(began, Instant.now())));
        launcher.awaitStop();
        return lock.isValid() ? 0 : 1;
    }

    private static String welcome(Installation installation, Duration took) {
        var url = "http://localhost:" + installation.ports().gateway();
        return """

                Depositary is ready after %.1f seconds.

                  organisations   %2$s/api/organizations
                  members         %2$s/api/organizations/sco/members?on=2005-07-06
                  live changes    %2$s/api/changes/stream
                  the interface   %2$s/openapi
                  a token         ./depositary token [--role curator]
                  data and logs   %3$s

                Ctrl-C stops it.
                """.formatted(took.toMillis() / 1000.0, url, installation.data().path());
    }
}
