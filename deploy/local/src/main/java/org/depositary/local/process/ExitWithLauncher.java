package org.depositary.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Exits this JVM when its launcher has ended or asks for the exit. In both cases the pipe at this JVM's standard
 * input is closed.
 *
 * <p>A pipe needs no polling, cannot confuse a reused process id, and also shows a launcher killed by {@code kill
 * -9}. As a main class it runs another main class (first argument), which needs no code for this.
 */
public final class ExitWithLauncher {

    private static final String LIMIT = "depositary.exit.limit";
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(Long.getLong(LIMIT, 20));
    /**
     * The maximum time for a shutdown after the launcher has ended. PostgreSQL and Kafka then end too, so an orderly shutdown would wait for them without success.
     */
    private static final Duration SHUTDOWN_TIMEOUT_WITHOUT_LAUNCHER = Duration.ofSeconds(4);

    private ExitWithLauncher() {}

    /** Returns the Java flag that sets the maximum time for an orderly exit of the program. */
    static String limit(Duration time) {
        return "-D" + LIMIT + "=" + time.toSeconds();
    }

    public static void main(String[] args) throws Throwable {
        watch(System.in);
        var main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    public static void watch(InputStream pipe) {
        var launcher = ProcessHandle.current().parent();
        Thread.ofPlatform().daemon().name("ends-with-launcher").start(() -> {
            awaitEnd(pipe);
            Thread.ofPlatform().daemon().name("shutdown-timeout").start(() -> haltLater(launcher));
            System.exit(0);
        });
    }

    private static void awaitEnd(InputStream pipe) {
        try {
            while (pipe.read() >= 0) {
                continue;
            }
        } catch (IOException broken) {
            // A broken pipe means the same as a closed one: the launcher has ended.
        }
    }

    /**
     * Starts a timer that halts this JVM if its orderly shutdown hangs, because without the launcher no other process
     * can end it.
     */
    private static void haltLater(Optional<ProcessHandle> launcher) {
        try {
            Thread.sleep(SHUTDOWN_TIMEOUT_WITHOUT_LAUNCHER);
            if (launcher.filter(ProcessStatus::isRunning).isPresent()) {
                Thread.sleep(SHUTDOWN_TIMEOUT.minus(SHUTDOWN_TIMEOUT_WITHOUT_LAUNCHER));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
