package org.depositary.local.command;

import picocli.CommandLine.Option;

/** The option {@code --help}, which prints the description of a command. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean asked;
}
