package org.depositary.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command line of a running process, as one text; empty where it cannot be seen. */
final class RunningCommand {

    private RunningCommand() {}

    static String of(ProcessHandle process) {
        // ProcessHandle leaves long command lines out; Linux has them whole.
        var whole = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return new String(Files.readAllBytes(whole), StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException notLinuxOrGone) {
            return process.info().commandLine().orElse("");
        }
    }
}
