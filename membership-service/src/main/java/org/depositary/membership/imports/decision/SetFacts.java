package org.depositary.membership.imports.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomes;

/** What a set says of an organisation. */
record SetFacts(ImportSql sql, ImportOutcomes statements) {

    /** By party. */
    Map<String, List<SetFact>> of(String set, String organization) {
        record Row(String party, SetFact said) {}
        return sql
                .list(
                        "SELECT party, fact, said FROM set_fact WHERE set_id = ? AND organization = ? ORDER BY fact",
                        row -> new Row(
                                row.getString(1),
                                new SetFact(
                                        row.getString(2),
                                        statements.statement(row.getString(3)).orElseThrow())),
                        set,
                        organization)
                .stream()
                .collect(Collectors.groupingBy(Row::party, Collectors.mapping(Row::said, Collectors.toList())));
    }

    /** Notes what was done: a set says what its last import left. */
    void note(String set, String organization, List<ImportOutcome> outcomes) {
        var forgotten = outcomes.stream()
                .filter(outcome -> outcome.kind() == ImportOutcome.Kind.RETRACTED)
                .map(outcome -> outcome.fact().orElseThrow())
                .toList();
        forget(set, organization, forgotten);
        say(
                set,
                outcomes.stream().filter(outcome -> outcome.after().isPresent()).toList());
    }

    private void forget(String set, String organization, List<String> facts) {
        if (!facts.isEmpty()) {
            sql.update(
                    "DELETE FROM set_fact WHERE set_id = ? AND organization = ? AND fact = ANY (?::uuid[])",
                    set,
                    organization,
                    sql.texts(facts, Optional::of));
        }
    }

    private void say(String set, List<ImportOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO set_fact (set_id, organization, party, fact, said)
                    SELECT ?, * FROM unnest(?::text[], ?::text[], ?::uuid[], ?::text[])
                    ON CONFLICT (set_id, organization, fact) DO UPDATE SET said = excluded.said
                    """,
                    set,
                    sql.texts(outcomes, ImportOutcome::organization),
                    sql.texts(outcomes, ImportOutcome::party),
                    sql.texts(outcomes, ImportOutcome::fact),
                    sql.texts(outcomes, outcome -> outcome.after().map(statements::json)));
        }
    }
}
