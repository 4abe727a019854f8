package org.depositary.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.depositary.local.client.BulkImport;
import org.depositary.local.process.LaunchFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file, shows the progress, and prints the result of the rows. Exits with 1 if the import fails. */
@Command(name = "import", description = "Import facts in bulk from a file, CSV or NDJSON, and report by line.")
public final class ImportCommand implements Callable<Integer> {

    private enum Kind {
        MEMBERSHIPS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MAX_LISTED = 20;
    private static final List<String> LISTED_OUTCOMES = List.of("rejected", "kept");

    @Parameters(index = "0", paramLabel = "KIND", description = "What the file has: ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "CSV with a header line, or JSON objects, one a line; UTF-8.")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What the rows are: changes (the default), or state-years.")
    private String format;

    @Option(
            names = "--set",
            paramLabel = "ID",
            description = "What the file is a version of: it is compared with what the last import of that said.")
    private String set;

    @Option(names = "--dry-run", description = "Record nothing, but report.")
    private boolean dryRun;

    @Mixin
    private HelpOption help;

    @Mixin
    private RunningInstallationOption running;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new LaunchFailure(file + " is not a file that can be read");
        }
        var bulk = new BulkImport(running.gateway("admin"));
        try {
            return run(bulk);
        } catch (IOException refused) {
            throw new LaunchFailure("The import failed: " + refused.getMessage(), refused);
        }
    }

    private int run(BulkImport bulk) throws IOException {
        print("Sending %s".formatted(file));
        var location = bulk.send(kind.toString(), query(), file);
        var bar = new ProgressBar(spec.commandLine().getOut(), Boolean.getBoolean("depositary.terminal"));
        var ended = bulk.await(location, status -> bar.show(status.path("progress")));
        bar.end();
        printResult(bulk, location, ended);
        return ended.path("status").asText().equals("completed") ? 0 : 1;
    }

    private Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        if (format != null) {
            query.put("format", format);
        }
        if (set != null) {
            query.put("set", set);
        }
        if (dryRun) {
            query.put("dry-run", "true");
        }
        return query;
    }

    private void printResult(BulkImport bulk, String location, JsonNode ended) throws IOException {
        print("%s: %d rows%s"
                .formatted(
                        ended.path("status").asText(),
                        ended.path("rows").asInt(),
                        dryRun ? "; a dry run, nothing was recorded" : ""));
        for (var count : List.of("accepted", "known", "corrected", "retracted", "kept", "rejected")) {
            print("  %-10s %d".formatted(count, ended.path(count).asInt()));
        }
        if (ended.hasNonNull("problem")) {
            print(ended.path("problem").asText());
        }
        for (var outcome : LISTED_OUTCOMES) {
            for (var item : bulk.report(location, outcome, MAX_LISTED)) {
                print("line %s: %s: %s"
                        .formatted(
                                item.path("line").asText("-"),
                                outcome,
                                item.path("reason").asText()));
            }
        }
        print("The whole report: GET %s/report".formatted(location));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
