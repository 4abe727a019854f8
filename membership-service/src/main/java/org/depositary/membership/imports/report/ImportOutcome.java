package org.depositary.membership.imports.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.depositary.imports.file.PrintableTextFilter;
import org.depositary.membership.imports.job.OutcomeCounts;

/**
 * The outcome of one row of a file, or of one fact of the set that the file no longer states.
 *
 * @param line empty if the file no longer states the fact
 * @param organization empty if the row has no readable organisation; likewise the party
 * @param fact the id of the fact
 * @param before the statement of the fact before the import changed it
 * @param after the statement of the fact after the import changed it
 */
public record ImportOutcome(
        Optional<Integer> line,
        Kind kind,
        Optional<String> reason,
        Optional<String> organization,
        Optional<String> party,
        Optional<String> fact,
        Optional<SourcedChange> before,
        Optional<SourcedChange> after) {

    public enum Kind {
        ACCEPTED,
        KNOWN,
        CORRECTED,
        RETRACTED,
        /**
         * The fact stays as it is, because it was changed since the last import or because a rejected row may state
         * it.
         */
        KEPT,
        REJECTED;

        /** Returns the name in JSON and in the database. */
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MAX_REASON_LENGTH = 500;

    public ImportOutcome {
        reason = reason.map(text -> PrintableTextFilter.of(text, MAX_REASON_LENGTH));
    }

    public static ImportOutcome rejected(int line, String reason) {
        return new ImportOutcome(
                Optional.of(line),
                Kind.REJECTED,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the outcome for a fact that the import did not change. */
    public static ImportOutcome unchanged(Optional<Integer> line, Kind kind, Optional<String> reason, String fact) {
        return changed(line, kind, reason, fact, Optional.empty(), Optional.empty());
    }

    public static ImportOutcome changed(
            Optional<Integer> line,
            Kind kind,
            Optional<String> reason,
            String fact,
            Optional<SourcedChange> before,
            Optional<SourcedChange> after) {
        return new ImportOutcome(
                line, kind, reason, Optional.empty(), Optional.empty(), Optional.of(fact), before, after);
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
        return kind == Kind.ACCEPTED
                ? new ImportOutcome(line, kind, reason, organization, party, Optional.empty(), before, after)
                : this;
    }

    public static OutcomeCounts count(Collection<ImportOutcome> outcomes) {
        return new OutcomeCounts(
                count(outcomes, Kind.ACCEPTED),
                count(outcomes, Kind.KNOWN),
                count(outcomes, Kind.CORRECTED),
                count(outcomes, Kind.RETRACTED),
                count(outcomes, Kind.KEPT),
                countRejectedLines(outcomes));
    }

    private static int count(Collection<ImportOutcome> outcomes, Kind kind) {
        return (int) outcomes.stream().filter(outcome -> outcome.kind == kind).count();
    }

    private static int countRejectedLines(Collection<ImportOutcome> outcomes) {
        return (int) outcomes.stream()
                .filter(outcome -> outcome.kind == Kind.REJECTED)
                .map(outcome -> outcome.line.orElseThrow())
                .distinct()
                .count();
    }
}
