package org.depositary.local;

import org.depositary.local.command.ImportCommand;
import org.depositary.local.command.IngestCommand;
import org.depositary.local.command.TokenCommand;
import org.depositary.local.command.TrainCommand;
import org.depositary.local.command.UpCommand;
import org.depositary.local.process.LaunchFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The Java commands of {@code ./depositary}. The script itself builds and tests. */
@Command(
        name = "./depositary",
        description = "The local installation of the register.",
        subcommands = {UpCommand.class, TokenCommand.class, IngestCommand.class, ImportCommand.class, TrainCommand.class
        })
public final class DepositaryCli implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing. Use one of the commands below.");
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new DepositaryCli())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    if (!(thrown instanceof LaunchFailure)) {
                        throw thrown;
                    }
                    command.getErr().println(thrown.getMessage());
                    return 1;
                });
    }
}
