package org.depositary.membership.imports.report;

import java.util.Optional;
import org.depositary.membership.imports.file.PrintableText;
import org.depositary.membership.imports.staging.RejectedRow;

/**
 * What became of a change, or of a row.
 *
 * @param line in the file; empty for what the file does not say any more
 * @param organization as far as it could be read, like the party
 * @param fact the id of the fact it is about
 * @param before what the fact said, if this import changed that
 * @param after what it says since, if this import changed that
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
        /** It stays: somebody else changed the fact since, or a rejected row may say so. */
        KEPT,
        REJECTED;

        String json() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int LONGEST_REASON = 500;

    ImportOutcome {
        reason = reason.map(text -> PrintableText.of(text, LONGEST_REASON));
    }

    /** A row that is no good. */
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

    public static ImportOutcome rejected(RejectedRow row) {
        return new ImportOutcome(
                Optional.of(row.line()),
                Kind.REJECTED,
                Optional.of(row.reason()),
                row.organization(),
                row.party(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public ImportOutcome about(String organization, String party) {
        return new ImportOutcome(line, kind, reason, Optional.of(organization), Optional.of(party), fact, before, after);
    }

    /** As of a dry run: a fact that was not recorded has no address. */
    public ImportOutcome imagined() {
        return kind == Kind.ACCEPTED
                ? new ImportOutcome(line, kind, reason, organization, party, Optional.empty(), before, after)
                : this;
    }
}
