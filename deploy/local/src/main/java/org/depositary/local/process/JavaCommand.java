package org.depositary.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class of this artifact, run by the same Java as this process and with its class path. */
public record JavaCommand(String main, List<String> arguments) {

    /** Newer Javas warn of what Netty and Kafka's libraries do on purpose. */
    public static final List<String> QUIET = Runtime.version().feature() < 24
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
     * @param directory where the class path is written down, because a test's can be longer than an argument may be
     */
    public ProcessBuilder builder(List<String> flags, Path directory) throws IOException {
        var command = new ArrayList<>(ShellCommand.inOwnSession());
        command.add(java());
        command.addAll(QUIET);
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

    /** Surefire may start its Java with one jar that only names the others; then it tells the real path here. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
