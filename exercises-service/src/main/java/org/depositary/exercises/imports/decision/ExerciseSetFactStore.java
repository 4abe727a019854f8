package org.depositary.exercises.imports.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.depositary.exercises.imports.report.ExerciseOutcome;
import org.depositary.exercises.imports.report.SourcedExerciseJson;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeKind;

/** Stores in the database which exercises each set states. */
record ExerciseSetFactStore(ImportSql sql, SourcedExerciseJson json) {

    /** Returns the exercises of the batch that the set states, by key. */
    Map<String, ExerciseSetFact> byKey(String set, String batch) {
        var facts = new LinkedHashMap<String, ExerciseSetFact>();
        sql.list(
                        "SELECT exercise, fact, said FROM set_fact WHERE set_id = ? AND unit = ? ORDER BY exercise",
                        row -> new ExerciseSetFact(row.getString(1), row.getString(2), json.read(row.getString(3))),
                        set,
                        batch)
                .forEach(fact -> facts.put(fact.key(), fact));
        return facts;
    }

    /** Updates the exercises of the set after an import or an undo with these outcomes. */
    void update(String set, String batch, List<ExerciseOutcome> outcomes) {
        var retracted = outcomes.stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.RETRACTED)
                .toList();
        if (!retracted.isEmpty()) {
            sql.update(
                    "DELETE FROM set_fact WHERE set_id = ? AND unit = ? AND fact = ANY (?::uuid[])",
                    set,
                    batch,
                    sql.texts(retracted, ExerciseOutcome::fact));
        }
        var stated =
                outcomes.stream().filter(outcome -> outcome.after().isPresent()).toList();
        if (!stated.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO set_fact (set_id, unit, exercise, fact, said)
                    SELECT ?, ?, * FROM unnest(?::text[], ?::uuid[], ?::text[])
                    ON CONFLICT (set_id, unit, exercise) DO UPDATE SET fact = excluded.fact, said = excluded.said
                    """,
                    set,
                    batch,
                    sql.texts(stated, ExerciseOutcome::key),
                    sql.texts(stated, ExerciseOutcome::fact),
                    sql.texts(stated, outcome -> outcome.after().map(json::write)));
        }
    }
}
