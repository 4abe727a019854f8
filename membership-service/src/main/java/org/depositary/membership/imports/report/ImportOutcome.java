package org.depositary.membership.imports.report;

import java.util.Collection;
import java.util.Optional;
import org.depositary.imports.file.PrintableTextFilter;
import org.depositary.imports.job.OutcomeCounts;
import org.depositary.imports.job.OutcomeKind;

/**
 * The outcome of one row of a file, or of one fact of the set that the file no longer states.
 *
 * @param reason why the row was rejected or the fact kept, or a warning about the recorded fact
 * @param line empty if the file no longer states the fact
 * @param organization empty if the row has no readable organisation; likewise the party
 * @param fact the id of the fact
 * @param before the statement of the fact before the import changed it
 * @param after the statement of the fact after the import changed it
 */
public record ImportOutcome(
        Optional<Integer> line,
        OutcomeKind kind,
        Optional<String> reason,
        Optional<String> organization,
        Optional<String> party,
        Optional<String> fact,
        Optional<SourcedChange> before,
        Optional<SourcedChange> after) {

    private static final int MAX_REASON_LENGTH = 500;

    public ImportOutcome {
        reason = reason.map(text -> PrintableTextFilter.of(text, MAX_REASON_LENGTH));
    }

    public static ImportOutcome rejected(int line, String reason) {
        return new ImportOutcome(
                Optional.of(line),
                OutcomeKind.REJECTED,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the outcome for a fact that the import did not change. */
    public static ImportOutcome unchanged(
            Optional<Integer> line, OutcomeKind kind, Optional<String> reason, String fact) {
        return changed(line, kind, reason, fact, Optional.empty(), Optional.empty());
    }

    public static ImportOutcome changed(
            Optional<Integer> line,
            OutcomeKind kind,
            Optional<String> reason,
            String fact,
            Optional<SourcedChange> before,
            Optional<SourcedChange> after) {
        var warning = reason.or(() ->
                after.flatMap(stated -> stated.change().warnings().stream().findFirst()));
        return new ImportOutcome(
                line, kind, warning, Optional.empty(), Optional.empty(), Optional.of(fact), before, after);
    }

    public ImportOutcome withSubject(String organization, String party) {
        return new ImportOutcome(
                line, kind, reason, Optional.of(organization), Optional.of(party), fact, before, after);
    }

    /**
     * Returns this outcome for the report of a dry run. An accepted change then has no fact id, because nothing is
     * recorded.
     */
    public ImportOutcome ofDryRun() {
        return kind == OutcomeKind.ACCEPTED
                ? new ImportOutcome(line, kind, reason, organization, party, Optional.empty(), before, after)
                : this;
    }

    public static OutcomeCounts count(Collection<ImportOutcome> outcomes) {
        return new OutcomeCounts(
                count(outcomes, OutcomeKind.ACCEPTED),
                count(outcomes, OutcomeKind.KNOWN),
                count(outcomes, OutcomeKind.CORRECTED),
                count(outcomes, OutcomeKind.RETRACTED),
                count(outcomes, OutcomeKind.KEPT),
                countRejectedLines(outcomes));
    }

    private static int count(Collection<ImportOutcome> outcomes, OutcomeKind kind) {
        return (int) outcomes.stream().filter(outcome -> outcome.kind == kind).count();
    }

    private static int countRejectedLines(Collection<ImportOutcome> outcomes) {
        return (int) outcomes.stream()
                .filter(outcome -> outcome.kind == OutcomeKind.REJECTED)
                .map(outcome -> outcome.line.orElseThrow())
                .distinct()
                .count();
    }
}
