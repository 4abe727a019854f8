package org.depositary.local.process;

import java.nio.file.Path;
import java.util.List;

/** The smallest program that does as all do: it ends when its standard input closes. */
record CatProgram(String name, Path directory) implements SupervisedProgram {

    @Override
    public ProcessBuilder prepare() {
        return new ProcessBuilder(List.of("sh", "-c", "echo started $GREETING; cat; :", marker()));
    }

    @Override
    public boolean isReady() {
        return true;
    }
}
