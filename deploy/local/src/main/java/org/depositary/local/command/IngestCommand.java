package org.depositary.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.depositary.local.client.DocumentUpload;
import org.depositary.local.client.DocumentUpload.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends documents and prints the result of each. Exits with 1 if one was rejected or could not be read. */
@Command(
        name = "ingest",
        description = "Send documents to the running installation and report the text extracted from each.")
public final class IngestCommand implements Callable<Integer> {

    private enum Rights {
        RESTRICTED,
        PUBLIC;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The documents.")
    private List<Path> files;

    @Option(
            names = "--rights",
            description = "The access to text and bytes: ${COMPLETION-CANDIDATES} (default: restricted).")
    private Rights rights;

    @Mixin
    private HelpOption help;

    @Mixin
    private RunningInstallationOption running;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var upload = new DocumentUpload(
                running.gateway("contributor"), Optional.ofNullable(rights).map(Rights::toString));
        long failed = 0;
        for (int n = 0; n < files.size(); n++) {
            print("[%d/%d] %s".formatted(n + 1, files.size(), files.get(n)));
            failed += isTaken(upload, files.get(n)) ? 0 : 1;
        }
        if (failed > 0) {
            print("%d of %d failed.".formatted(failed, files.size()));
        }
        return failed == 0 ? 0 : 1;
    }

    private boolean isTaken(DocumentUpload upload, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            print("      cannot read this file");
            return false;
        }
        try {
            var outcome = upload.send(file);
            print("      " + describe(outcome));
            return outcome.isRead();
        } catch (IOException refused) {
            print("      failed: " + refused.getMessage());
            return false;
        }
    }

    private static String describe(Outcome outcome) {
        var document = outcome.document();
        var text = new StringBuilder("%s  %s".formatted(outcome.id(), outcome.status()));
        if (document.hasNonNull("language")) {
            text.append("  ").append(document.path("language").asText());
        }
        text.append("  %d passages".formatted(document.path("passages").asInt()));
        outcome.proposals().ifPresent(count -> text.append("  %d proposals".formatted(count)));
        if (document.hasNonNull("problem")) {
            text.append("  (").append(document.path("problem").asText()).append(')');
        }
        return text.toString();
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
