package org.depositary.local.command;

import picocli.CommandLine.Option;

/** The option that explains a command. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This text.")
    private boolean asked;
}
