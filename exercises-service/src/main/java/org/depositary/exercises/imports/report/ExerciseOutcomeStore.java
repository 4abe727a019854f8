package org.depositary.exercises.imports.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeKind;

/** Stores the outcomes of an import in the database, for the report and for an undo. */
public record ExerciseOutcomeStore(ImportSql sql, SourcedExerciseJson json) {

    /** @param id the primary key of the outcome in the database */
    public record Stored(long id, ExerciseOutcome outcome) {}

    /** @param batch the batch of all these outcomes; null for rows that were rejected before their batch was decided */
    public void insert(UUID id, Integer batch, List<ExerciseOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_outcome
                        (import, batch, line, outcome, reason, file_column, exercise, fact, before, after)
                    SELECT ?, ?::int, * FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                                                    ?::text[], ?::text[])
                    """,
                    id,
                    batch,
                    sql.numbers(outcomes, ExerciseOutcome::line),
                    sql.texts(outcomes, outcome -> Optional.of(outcome.kind().json())),
                    sql.texts(outcomes, ExerciseOutcome::reason),
                    sql.texts(outcomes, ExerciseOutcome::column),
                    sql.texts(outcomes, ExerciseOutcome::key),
                    sql.texts(outcomes, ExerciseOutcome::fact),
                    sql.texts(outcomes, outcome -> outcome.before().map(json::write)),
                    sql.texts(outcomes, outcome -> outcome.after().map(json::write)));
        }
    }

    /** Returns the outcomes that changed exercises of the batch and are not undone, in the order of recording. */
    public List<Stored> toUndo(UUID id, int batch) {
        return sql.list("""
                SELECT id, line, outcome, reason, exercise, fact, before, after
                FROM import_outcome
                WHERE import = ? AND batch = ? AND NOT undone AND outcome IN ('accepted', 'corrected', 'retracted')
                ORDER BY id
                """, row -> new Stored(row.getLong(1), read(row)), id, batch);
    }

    private ExerciseOutcome read(ResultSet row) throws SQLException {
        return new ExerciseOutcome(
                Optional.ofNullable(row.getObject(2, Integer.class)),
                OutcomeKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(4)),
                Optional.empty(),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)).map(json::read),
                Optional.ofNullable(row.getString(8)).map(json::read));
    }

    public void markUndone(List<Long> ids) {
        if (!ids.isEmpty()) {
            sql.update("UPDATE import_outcome SET undone = true WHERE id = ANY (?)", sql.longs(ids));
        }
    }

    /** Stores the reason why the outcome could not be undone. */
    public void setReason(long id, String reason) {
        sql.update("UPDATE import_outcome SET reason = ? WHERE id = ?", reason, id);
    }
}
