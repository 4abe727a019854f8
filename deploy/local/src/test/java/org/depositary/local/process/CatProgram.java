package org.depositary.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The smallest program that does as all do: it ends when its standard input closes. */
record CatProgram(String name, Path directory) implements SupervisedProgram {

    /** A file that makes it not live. Its next start removes it. */
    static final String NOT_LIVE = "not-live";
    /** A file whose presence breaks its next start with an unexpected exception. */
    static final String BROKEN = "broken";
    /** A file that keeps it from being ready while it is there. */
    static final String NOT_READY = "not-ready";
    /** A file that its start creates. */
    private static final String READY = "ready";

    @Override
    public ProcessBuilder prepare() throws IOException {
        Files.deleteIfExists(directory.resolve(READY));
        if (Files.deleteIfExists(directory.resolve(BROKEN))) {
            throw new IllegalStateException("the start is broken once");
        }
        return new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        "rm -f %s; touch %s; echo started $GREETING; cat; :".formatted(NOT_LIVE, READY),
                        marker()))
                .directory(directory.toFile());
    }

    @Override
    public boolean isLive() {
        return Files.notExists(directory.resolve(NOT_LIVE));
    }

    @Override
    public boolean isReady() {
        return Files.exists(directory.resolve(READY)) && Files.notExists(directory.resolve(NOT_READY));
    }

    @Override
    public String status() {
        return "the file " + NOT_READY + " is there";
    }
}
