package org.depositary.verify.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The program podman, with settings that need neither systemd nor crun. */
final class Podman {

    private static final Path SETTINGS =
            Path.of("src/test/resources/images/containers.conf").toAbsolutePath();

    private Podman() {}

    static String run(String... arguments) {
        return command(arguments).run();
    }

    /** Runs podman with this text as its standard input. */
    static String runWith(String input, String... arguments) {
        return command(arguments).run(input);
    }

    static int exitCode(String... arguments) {
        return command(arguments).exitCode();
    }

    private static HostCommand command(String... arguments) {
        var words = new ArrayList<>(List.of("podman", "--log-level=error"));
        Collections.addAll(words, arguments);
        return withSettings(HostCommand.of(words.toArray(String[]::new)));
    }

    /** A command that runs podman. */
    static HostCommand withSettings(HostCommand command) {
        return command.with("CONTAINERS_CONF", SETTINGS.toString());
    }
}
