package org.depositary.membership.imports.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * The changes that a file states about one party in one organisation.
 *
 * @param changes in effective order
 * @param rejected the outcomes of rows that repeat or contradict other rows
 * @param contradicting the lines of rows that contradict other rows
 */
record FileMembershipHistory(
        List<FileMembershipChange> changes, List<ImportOutcome> rejected, List<Integer> contradicting) {

    static final FileMembershipHistory NONE = new FileMembershipHistory(List.of(), List.of(), List.of());

    /** Sorts the changes and rejects duplicates. */
    static FileMembershipHistory of(List<FileMembershipChange> rows) {
        var firstLines = new HashMap<MembershipChange, Integer>();
        var rejected = new ArrayList<ImportOutcome>();
        var changes = new ArrayList<FileMembershipChange>();
        rows.stream().sorted(Comparator.comparing(FileMembershipChange::line)).forEach(row -> {
            var firstLine = firstLines.putIfAbsent(row.change(), row.line());
            if (firstLine == null) {
                changes.add(row);
            } else {
                rejected.add(ImportOutcome.rejected(row.line(), "Repeats line %d".formatted(firstLine)));
            }
        });
        changes.sort(Comparator.comparing(row -> row.change().effective(), PartialDate.IN_TIME));
        return new FileMembershipHistory(changes, rejected, List.of());
    }
}
