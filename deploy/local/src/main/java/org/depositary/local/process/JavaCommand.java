package org.depositary.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that runs a main class of this artifact with the Java and the class path of this process. */
public record JavaCommand(String main, List<String> arguments) {

    /** Suppresses warnings of newer Javas about Netty and Kafka's libraries. */
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
     * @param flags for the Java virtual machine
     * @param directory where the class path file is written; a class path can be longer than an argument may be
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
        var quoted = classPath().replace("\\", "\\\\").replace("\"", "\\\"");
        return Files.writeString(file, "-cp \"" + quoted + "\"");
    }

    /**
     * Surefire may start Java with a jar that only references the others; then this property has the real class path.
     */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
