package org.depositary.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that runs a main class of this artifact with the Java and the class path of this process. */
public record JavaCommand(String main, List<String> arguments) {

    /** Flags that suppress the warnings of newer Java versions about Netty and the libraries of Kafka. */
    public static final List<String> WARNING_FLAGS = Runtime.version().feature() < 24
            ? List.of()
            : List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    public static JavaCommand of(Class<?> main, String... arguments) {
        return new JavaCommand(main.getName(), List.of(arguments));
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Returns the command, ready to start.
     *
     * @param flags the flags for the Java virtual machine
     * @param directory the directory for a file with the class path, because a class path can be longer than the
     *     system allows for an argument
     */
    public ProcessBuilder builder(List<String> flags, Path directory) throws IOException {
        var command = new ArrayList<>(ShellCommand.inOwnSession());
        command.add(java());
        command.addAll(WARNING_FLAGS);
        command.addAll(flags);
        command.add("@" + writeClassPath(directory.resolve("class-path.args")));
        command.add(main);
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private static Path writeClassPath(Path file) throws IOException {
        return writeArguments(file, List.of("-cp", classPath()));
    }

    /** Writes a file with arguments that Java reads, and returns the file. Its argument for Java is {@code @file}. */
    public static Path writeArguments(Path file, List<String> arguments) throws IOException {
        var quoted = arguments.stream()
                .map(argument -> argument.replace("\\", "\\\\").replace("\"", "\\\""))
                .map("\"%s\""::formatted)
                .toList();
        return Files.write(file, quoted);
    }

    /**
     * Returns the class path of this process. In tests, Surefire may start Java with a jar that only references the
     * other jars; then a property has the real class path.
     */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
