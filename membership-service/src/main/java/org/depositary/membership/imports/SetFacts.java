package org.depositary.membership.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a set says of an organisation. */
record SetFacts(Sql sql, Outcomes statements) {

    /** By party. */
    Map<String, List<Said>> of(String set, String organization) {
        record Row(String party, Said said) {}
        return sql
                .list(
                        "SELECT party, fact, said FROM set_fact WHERE set_id = ? AND organization = ? ORDER BY fact",
                        row -> new Row(
                                row.getString(1),
                                new Said(
                                        row.getString(2),
                                        statements.statement(row.getString(3)).orElseThrow())),
                        set,
                        organization)
                .stream()
                .collect(Collectors.groupingBy(Row::party, Collectors.mapping(Row::said, Collectors.toList())));
    }

    /** Notes what was done: a set says what its last import left. */
    void note(String set, String organization, List<Outcome> outcomes) {
        var forgotten = outcomes.stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.RETRACTED)
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

    private void say(String set, List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO set_fact (set_id, organization, party, fact, said)
                    SELECT ?, * FROM unnest(?::text[], ?::text[], ?::uuid[], ?::text[])
                    ON CONFLICT (set_id, organization, fact) DO UPDATE SET said = excluded.said
                    """,
                    set,
                    sql.texts(outcomes, Outcome::organization),
                    sql.texts(outcomes, Outcome::party),
                    sql.texts(outcomes, Outcome::fact),
                    sql.texts(outcomes, outcome -> outcome.after().map(statements::json)));
        }
    }
}
