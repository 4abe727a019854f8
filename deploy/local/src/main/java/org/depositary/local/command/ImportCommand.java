package org.depositary.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.depositary.local.client.ImportUpload;
import org.depositary.local.process.LaunchFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file, shows the progress and reports the rejected rows. Exits with 1 if the import failed or is held. */
@Command(name = "import", description = "Import facts in bulk from a file, CSV or NDJSON, and report by line.")
public final class ImportCommand implements Callable<Integer> {

    private enum Kind {
        MEMBERSHIPS,
        EXERCISES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int SHOWN = 20;
    private static final List<String> WORTH_A_LINE = List.of("rejected", "kept");

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "The kind of facts in the file: ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The file: CSV with a header line, or one JSON object per line; also compressed: FILE.gz.")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of memberships, the kind of rows: changes (default) or state-years.")
    private String format;

    @Option(
            names = "--set",
            paramLabel = "ID",
            description = "The data set of the file: the import is compared with the last import of this set.")
    private String set;

    @Option(names = "--dry-run", description = "Only report: record nothing.")
    private boolean dryRun;

    @Option(
            names = "--allow-retractions",
            description = "Record the import even if it retracts or moves more than a tenth of the facts of the set.")
    private boolean allowRetractions;

    @Option(
            names = "--covers",
            paramLabel = "INTERVAL",
            description =
                    "Of memberships, the time for which the file speaks, such as 1816/2014: after it, open memberships are possible. "
                            + "For state-years, the first to the last year of the file if not given.")
    private String covers;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "Of exercises, the java.time pattern of dates that are not EDTF, such as M/d/yy.")
    private String dateFormat;

    @Option(
            names = "--pivot",
            paramLabel = "YEAR",
            description = "Of exercises, the last year that two digits can mean. Default: this year, until today.")
    private String pivot;

    @Option(
            names = "--missing",
            paramLabel = "VALUES",
            description = "Of exercises, the values that mean \"missing\", such as -9,NA.")
    private String missing;

    @Option(
            names = "--aliases",
            paramLabel = "NAME=PARTY",
            description =
                    "Of exercises, parties for names in the file, such as NATO=nato,Baltic States=EE;LV;LT. The id of an "
                            + "organisation means its members.")
    private String aliases;

    @Option(
            names = "--unknown-parties",
            paramLabel = "RULE",
            description = "Of exercises, if a participant is not a party: reject the row (default), or drop the "
                    + "participant.")
    private String unknownParties;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description =
                    "The character set of the file, such as windows-1252. Without it, UTF-8 or a byte order mark.")
    private Charset charset;

    @Mixin
    private HelpOption help;

    @Mixin
    private RunningInstallationOption running;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new LaunchFailure(file + ": cannot read this file");
        }
        var bulk = new ImportUpload(running.gateway("admin"));
        try {
            return run(bulk);
        } catch (IOException refused) {
            throw new LaunchFailure("The import failed: " + refused.getMessage(), refused);
        }
    }

    private int run(ImportUpload bulk) throws IOException {
        say("Sending %s".formatted(file));
        var location = bulk.send(kind.toString(), query(), file, Optional.ofNullable(charset));
        var bar = new ProgressBar(spec.commandLine().getOut(), Boolean.getBoolean("depositary.terminal"));
        var ended = bulk.await(location, status -> bar.show(status.path("progress")));
        bar.end();
        tell(bulk, location, ended);
        return ended.path("status").asText().equals("completed") ? 0 : 1;
    }

    private Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        put(query, "format", format);
        put(query, "set", set);
        put(query, "dry-run", dryRun ? "true" : null);
        put(query, "allow-retractions", allowRetractions ? "true" : null);
        put(query, "covers", covers);
        put(query, "date-format", dateFormat);
        put(query, "pivot", pivot);
        put(query, "missing", missing);
        put(query, "aliases", aliases);
        put(query, "unknown-parties", unknownParties);
        return query;
    }

    /** @param value null if the option was not given */
    private static void put(Map<String, String> query, String name, String value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    private void tell(ImportUpload bulk, String location, JsonNode ended) throws IOException {
        say("%s: %d rows%s"
                .formatted(
                        ended.path("status").asText(),
                        ended.path("rows").asInt(),
                        dryRun ? "; a dry run, nothing was recorded" : ""));
        for (var count : List.of("accepted", "known", "corrected", "retracted", "kept", "rejected")) {
            say("  %-10s %d".formatted(count, ended.path(count).asInt()));
        }
        if (ended.hasNonNull("held")) {
            tellHeld(location, ended.path("held"));
        } else if (ended.hasNonNull("problem")) {
            say(ended.path("problem").asText());
        }
        for (var outcome : WORTH_A_LINE) {
            for (var item : bulk.report(location, outcome, SHOWN)) {
                say("line %s: %s: %s"
                        .formatted(
                                item.path("line").asText("-"),
                                outcome,
                                item.path("reason").asText()));
            }
        }
        say("The full report: GET %s/report".formatted(location));
    }

    private void tellHeld(String location, JsonNode held) {
        say("%s: it would retract %d and move the dates of %d of the %d facts that the set states."
                .formatted(
                        dryRun ? "This import would be held" : "The import is held, nothing was recorded",
                        held.path("retracted").asInt(),
                        held.path("moved").asInt(),
                        held.path("of").asInt()));
        if (dryRun) {
            say("To import it anyway: --allow-retractions");
        } else {
            say("To see its outcome first: the same command with --dry-run");
            say("To record it: POST %s/release, or the same command with --allow-retractions".formatted(location));
            say("To discard it: POST %s/undo".formatted(location));
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
