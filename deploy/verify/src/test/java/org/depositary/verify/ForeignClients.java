package org.depositary.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs that others wrote as clients of an installation: Node.js packages, pinned in
 * {@code src/test/clients/package-lock.json}.
 */
final class ForeignClients {

    private static final Path SOURCES = Path.of("src/test/clients").toAbsolutePath();
    private static final Path JOURNEYS = Path.of("src/test/browser").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/clients").toAbsolutePath();
    private static final Path LOCK_FILE = INSTALLED.resolve("package-lock.json");

    private ForeignClients() {}

    /**
     * Runs a script of {@code src/test/clients} to its end.
     *
     * @return its output
     * @throws AssertionError if the script fails; the message has its output
     */
    static String run(String script, String... arguments) {
        return command(script, arguments).must();
    }

    /**
     * Runs a script of {@code src/test/browser} to its end.
     *
     * @throws AssertionError if the script fails; the message has its output
     */
    static void runJourney(String script, String argument) {
        var directory = copiedDirectory(JOURNEYS, JOURNEYS.getFileName().toString());
        SystemCommand.of("node", directory.resolve(script).toString(), argument).must();
    }

    /** The command that runs a script, for a caller that starts and stops it itself. */
    static SystemCommand command(String script, String... arguments) {
        install();
        var words = new ArrayList<>(List.of("node", copied(script).toString()));
        words.addAll(List.of(arguments));
        return new SystemCommand(words);
    }

    /**
     * Runs the command-line program of a package to its end.
     *
     * @param program a name in {@code node_modules/.bin}
     * @return its output
     */
    static String tool(String program, String... arguments) {
        install();
        var words = new ArrayList<>(List.of(
                "node", INSTALLED.resolve("node_modules/.bin").resolve(program).toString()));
        words.addAll(List.of(arguments));
        return new SystemCommand(words).must();
    }

    /**
     * Copies a directory to where its files can import the packages.
     *
     * @param name of the copy
     */
    static Path copiedDirectory(Path source, String name) {
        install();
        var target = INSTALLED.resolve(name);
        SystemCommand.of("rm", "-rf", target.toString()).must();
        SystemCommand.of("cp", "-r", source.toString(), target.toString()).must();
        return target;
    }

    /** The path of a file of {@code src/test/clients}, such as the configuration of a program. */
    static Path file(String name) {
        return SOURCES.resolve(name);
    }

    private static synchronized void install() {
        try {
            var wanted = Files.readString(SOURCES.resolve("package-lock.json"));
            if (Files.exists(LOCK_FILE) && Files.readString(LOCK_FILE).equals(wanted)) {
                return;
            }
            Files.createDirectories(INSTALLED);
            copied(".npmrc");
            copied("package.json");
            var lockFile = copied("package-lock.json");
            var temporary = INSTALLED.resolve("npm-shrinkwrap.json");
            Files.move(lockFile, temporary, StandardCopyOption.REPLACE_EXISTING);
            SystemCommand.of("npm", "--prefix", INSTALLED.toString(), "ci").must();
            // Written last: an installation that broke off is repeated.
            Files.move(temporary, LOCK_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copied(String file) {
        try {
            return Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
