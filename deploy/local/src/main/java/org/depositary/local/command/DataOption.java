package org.depositary.local.command;

import java.nio.file.Path;
import org.depositary.local.installation.DataDirectory;
import picocli.CommandLine.Option;

final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the installation keeps its data (default: .depositary beside this script).")
    private Path directory;

    DataDirectory directory() {
        return new DataDirectory(directory == null ? home().resolve(".depositary") : directory);
    }

    /** Returns the directory of the source code, which the start script passes as a system property. */
    static Path home() {
        return Path.of(System.getProperty("depositary.home", "")).toAbsolutePath();
    }
}
