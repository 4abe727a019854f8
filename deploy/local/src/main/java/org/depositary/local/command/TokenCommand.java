package org.depositary.local.command;

import java.util.concurrent.Callable;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.service.LocalTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a bearer token and nothing else, for use in scripts. */
@Command(name = "token", description = "Print a bearer token for the local installation, valid for 30 days.")
public final class TokenCommand implements Callable<Integer> {

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "curator",
            description = "reader, contributor, curator (default) or admin. Each role includes the roles before it.")
    private String role;

    @Mixin
    private HelpOption help;

    @Mixin
    private RunningInstallationOption running;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!LocalTokens.ROLES.contains(role)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Unknown role '%s'. The roles: %s.".formatted(role, String.join(", ", LocalTokens.ROLES)));
        }
        var directory = running.directory();
        if (!directory.hasKey()) {
            throw new LaunchFailure(
                    "No installation exists in %s yet. Start one first: ./depositary up".formatted(directory.path()));
        }
        spec.commandLine().getOut().println(directory.tokens().token(role));
        return 0;
    }
}
