package org.depositary.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Ends this JVM when its launcher is gone or asks it to: both close the pipe that is this JVM's standard input.
 *
 * <p>A pipe needs no polling, cannot be fooled by a recycled process id and also notices {@code kill -9}. As a main class
 * it runs another main class (first argument) under this watch, so that the programs themselves need no code for it.
 */
public final class ExitWithLauncher {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Without a launcher, PostgreSQL and Kafka are ending too: an orderly end would wait for them in vain. */
    private static final Duration PATIENCE_OF_ORPHANS = Duration.ofSeconds(4);

    private ExitWithLauncher() {}

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
            Thread.ofPlatform().daemon().name("patience").start(() -> haltLater(launcher));
            System.exit(0);
        });
    }

    private static void awaitEnd(InputStream pipe) {
        try {
            while (pipe.read() >= 0) {
                continue;
            }
        } catch (IOException broken) {
            // A broken pipe says the same as a closed one.
        }
    }

    /** Nobody is left who could end a JVM whose orderly end hangs. */
    private static void haltLater(Optional<ProcessHandle> launcher) {
        try {
            Thread.sleep(PATIENCE_OF_ORPHANS);
            if (launcher.filter(ProcessStatus::is).isPresent()) {
                Thread.sleep(PATIENCE.minus(PATIENCE_OF_ORPHANS));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
