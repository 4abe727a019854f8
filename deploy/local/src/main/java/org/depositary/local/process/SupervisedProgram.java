package org.depositary.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that runs as a child process and exits when its standard input is closed. */
public interface SupervisedProgram {

    /** Returns the name of the program, one word. It is the prefix of the program's lines on the terminal. */
    String name();

    Path directory();

    /**
     * Returns the process id of the program. It can differ from that of the started process if that process starts
     * the program.
     */
    default long pid(Process process) {
        return process.pid();
    }

    /**
     * Returns a text that is in the command line of this program and of no other. A later run uses it to recognise a leftover process.
     */
    default String marker() {
        return "depositary.program=" + directory();
    }

    /** Ends processes that an earlier run left and that are not the started process itself. */
    default void endLeftover() {}

    /**
     * Prepares a start and returns the command. Writes the files that the program needs, and removes leftovers of an
     * earlier run.
     */
    ProcessBuilder prepare() throws IOException;

    boolean isReady();

    /** Whether the program works at all, even if it is not ready. It is restarted if this stays false. */
    default boolean isLive() {
        return isReady();
    }

    /** Returns a text about the state of the program, for a line on the terminal. */
    default String status() {
        return "it does not say why";
    }

    /** Completes a start. It is called after each start, as soon as the program is ready. */
    default void onceReady() throws IOException {}

    /** Returns the maximum time for an orderly exit. After it the program is killed. */
    default Duration exitTimeout() {
        return Duration.ofSeconds(15);
    }
}
