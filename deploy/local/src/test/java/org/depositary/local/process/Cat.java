package org.depositary.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The smallest program that does as all do: it ends when its standard input closes. */
record Cat(String name, Path directory) implements SupervisedProgram {

    /** A file that makes it not live. Its next start removes it. */
    static final String NOT_LIVE = "not-live";

    @Override
    public ProcessBuilder prepare() {
        return new ProcessBuilder(List.of(
                "sh", "-c", "rm -f '" + directory.resolve(NOT_LIVE) + "'; echo started $GREETING; cat; :", marker()));
    }

    @Override
    public boolean isLive() {
        return Files.notExists(directory.resolve(NOT_LIVE));
    }

    @Override
    public boolean isReady() {
        return true;
    }
}
