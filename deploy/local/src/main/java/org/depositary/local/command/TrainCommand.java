package org.depositary.local.command;

import java.util.concurrent.Callable;
import org.depositary.local.installation.AotTraining;
import org.depositary.local.process.AotCaches;
import org.depositary.local.process.Console;
import picocli.CommandLine.Command;

/** Writes the ahead-of-time caches of the build. Only the build script uses this command. */
@Command(name = "train", hidden = true, description = "Write the ahead-of-time caches of this build.")
public final class TrainCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        if (AotCaches.areSupported()) {
            new AotTraining(DataOption.home(), Console.standard()).run();
        }
        return 0;
    }
}
