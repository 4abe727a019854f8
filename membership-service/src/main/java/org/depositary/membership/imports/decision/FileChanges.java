package org.depositary.membership.imports.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.vocabulary.PartialDate;

/**
 * What a file says of one party in one organisation.
 *
 * @param changes in effective order
 * @param rejected the rows that add nothing, or contradict others
 * @param contradicted lines of the rejected rows that do not merely repeat another
 */
record FileChanges(List<FileChange> changes, List<ImportOutcome> rejected, List<Integer> contradicted) {

    static final FileChanges NONE = new FileChanges(List.of(), List.of(), List.of());

    /** Of rows that are a change each: one that repeats another is rejected. */
    static FileChanges of(List<FileChange> rows) {
        var first = new HashMap<MembershipChange, Integer>();
        var rejected = new ArrayList<ImportOutcome>();
        var changes = new ArrayList<FileChange>();
        rows.stream().sorted(Comparator.comparing(FileChange::line)).forEach(row -> {
            var line = first.putIfAbsent(row.change(), row.line());
            if (line == null) {
                changes.add(row);
            } else {
                rejected.add(ImportOutcome.rejected(row.line(), "Line %d says so already".formatted(line)));
            }
        });
        changes.sort(Comparator.comparing(row -> row.change().effective(), PartialDate.IN_TIME));
        return new FileChanges(changes, rejected, List.of());
    }
}
