package org.depositary.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that runs as a child process and exits when its standard input is closed. */
public interface SupervisedProgram {

    /** One word; the prefix of its lines in the log. */
    String name();

    /** The directory of its data. */
    Path directory();

    /** The process id to show, watch and signal. It can differ from that of the started process. */
    default long pid(Process process) {
        return process.pid();
    }

    /** A text in its command line and in no other program's. It identifies the process in a later run. */
    default String marker() {
        return "depositary.program=" + directory();
    }

    /** Ends what an earlier run left beyond the started process. */
    default void endLeftover() {}

    /** Prepares a start (files, leftovers of an earlier run) and returns the command. */
    ProcessBuilder prepare() throws IOException;

    /** Whether the program can do its work now. */
    boolean isReady();

    /** Whether the program is alive, even if it is not ready. */
    default boolean isLive() {
        return isReady();
    }

    /** Called after each start, once the program answers. */
    default void onceReady() throws IOException {}

    /** The time for an orderly exit. */
    default Duration exitTimeout() {
        return Duration.ofSeconds(15);
    }
}
