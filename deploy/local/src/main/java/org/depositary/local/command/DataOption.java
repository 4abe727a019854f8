package org.depositary.local.command;

import java.nio.file.Path;
import org.depositary.local.installation.DataDirectory;
import picocli.CommandLine.Option;

final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data directory of the installation (default: .depositary in the directory of this script).")
    private Path directory;

    DataDirectory directory() {
        return new DataDirectory(directory == null ? home().resolve(".depositary") : directory);
    }

    /** Returns the directory of the source code, which the start script passes as a system property. */
    static Path home() {
        return Path.of(System.getProperty("depositary.home", "")).toAbsolutePath();
    }
}
