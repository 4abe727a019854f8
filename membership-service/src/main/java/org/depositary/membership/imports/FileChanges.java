package org.depositary.membership.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.vocabulary.PartialDate;

/**
 * What a file says of one party in one organisation.
 *
 * @param changes in effective order
 * @param rejected the rows that add nothing, or contradict others
 */
record FileChanges(List<Wanted> changes, List<Outcome> rejected) {

    static final FileChanges NONE = new FileChanges(List.of(), List.of());

    /** Of rows that are a change each: one that repeats another is told. */
    static FileChanges of(List<Wanted> rows) {
        var first = new HashMap<MembershipChange, Integer>();
        var rejected = new ArrayList<Outcome>();
        var changes = new ArrayList<Wanted>();
        rows.stream().sorted(Comparator.comparing(Wanted::line)).forEach(row -> {
            var line = first.putIfAbsent(row.change(), row.line());
            if (line == null) {
                changes.add(row);
            } else {
                rejected.add(Outcome.rejected(row.line(), "Line %d says so already".formatted(line)));
            }
        });
        changes.sort(Comparator.comparing(row -> row.change().effective(), PartialDate.IN_TIME));
        return new FileChanges(changes, rejected);
    }
}
