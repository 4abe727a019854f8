package org.depositary.membership.imports.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeKind;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomeStore;

/** Stores in the database which facts each set states. */
record DataSetFactStore(ImportSql sql, ImportOutcomeStore outcomes) {

    Map<String, List<DataSetFact>> byParty(String set, String organization) {
        record Row(String party, DataSetFact fact) {}
        return sql
                .list(
                        "SELECT party, fact, said FROM set_fact WHERE set_id = ? AND unit = ? ORDER BY fact",
                        row -> new Row(
                                row.getString(1),
                                new DataSetFact(
                                        row.getString(2),
                                        outcomes.fromJson(row.getString(3)).orElseThrow())),
                        set,
                        organization)
                .stream()
                .collect(Collectors.groupingBy(Row::party, Collectors.mapping(Row::fact, Collectors.toList())));
    }

    /** Updates the facts of the set after an import or an undo with these outcomes. */
    void update(String set, String organization, List<ImportOutcome> changes) {
        var retracted = changes.stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.RETRACTED)
                .map(outcome -> outcome.fact().orElseThrow())
                .toList();
        delete(set, organization, retracted);
        upsert(
                set,
                changes.stream()
                        .filter(outcome -> outcome.after().isPresent() && outcome.kind() != OutcomeKind.KNOWN)
                        .toList());
    }

    private void delete(String set, String organization, List<String> facts) {
        if (!facts.isEmpty()) {
            sql.update(
                    "DELETE FROM set_fact WHERE set_id = ? AND unit = ? AND fact = ANY (?::uuid[])",
                    set,
                    organization,
                    sql.texts(facts, Optional::of));
        }
    }

    private void upsert(String set, List<ImportOutcome> changes) {
        if (!changes.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO set_fact (set_id, unit, party, fact, said)
                    SELECT ?, * FROM unnest(?::text[], ?::text[], ?::uuid[], ?::text[])
                    ON CONFLICT (set_id, unit, fact) DO UPDATE SET said = excluded.said
                    """,
                    set,
                    sql.texts(changes, ImportOutcome::organization),
                    sql.texts(changes, ImportOutcome::party),
                    sql.texts(changes, ImportOutcome::fact),
                    sql.texts(changes, outcome -> outcome.after().map(outcomes::toJson)));
        }
    }
}
