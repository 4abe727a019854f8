package org.depositary.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that runs as a child process, and ends when its standard input is closed. */
public interface SupervisedProgram {

    /** One word, as it stands before its lines in the log. */
    String name();

    /** Where its data lies. */
    Path directory();

    /** The process id to show, to watch and to signal; it can differ from that of the process started. */
    default long pid(Process process) {
        return process.pid();
    }

    /** Stands in its command line, and in no other program's: by it a process is known again in a later run. */
    default String marker() {
        return "depositary.program=" + directory();
    }

    /** Ends what an earlier run left of it beyond the process that was started. */
    default void endLeftover() {}

    /** Does what every start needs first (files, leftovers of an earlier run) and says what to start. */
    ProcessBuilder prepare() throws IOException;

    /** Asks the running program whether it can do its work now. */
    boolean answers();

    /** Asks whether it is still worth waiting for. */
    default boolean lives() {
        return answers();
    }

    /** Called each time after it has started and answers. */
    default void onceReady() throws IOException {}

    /** How long it may take to end by itself. */
    default Duration patience() {
        return Duration.ofSeconds(15);
    }
}
