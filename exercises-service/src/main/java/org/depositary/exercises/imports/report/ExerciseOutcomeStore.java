package org.depositary.exercises.imports.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeKind;
import org.depositary.imports.report.StoredOutcomes;

/** Stores the outcomes of an import in the database, for the report and for an undo. */
public record ExerciseOutcomeStore(ImportSql sql, SourcedExerciseJson json) {

    /** @param id the primary key of the outcome in the database */
    public record Stored(long id, ExerciseOutcome outcome) {}

    /** @param batch the batch of all these outcomes; empty for rows that were rejected before their batch was decided */
    public void insert(UUID id, Optional<String> batch, List<ExerciseOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_outcome
                        (import, unit, line, outcome, reason, file_column, exercise, fact, before, after)
                    SELECT ?, ?::text, * FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                                                    ?::text[], ?::text[])
                    """,
                    id,
                    batch.orElse(null),
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
    public List<Stored> toUndo(UUID id, String batch) {
        return new StoredOutcomes(sql)
                .toUndo(id, batch, ExerciseReportReader.COLUMNS, row -> new Stored(row.getLong("id"), read(row)));
    }

    private ExerciseOutcome read(ResultSet row) throws SQLException {
        return new ExerciseOutcome(
                Optional.ofNullable(row.getObject("line", Integer.class)),
                OutcomeKind.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("file_column")),
                Optional.ofNullable(row.getString("exercise")),
                Optional.ofNullable(row.getString("fact")),
                Optional.ofNullable(row.getString("before")).map(json::read),
                Optional.ofNullable(row.getString("after")).map(json::read));
    }

    public void markUndone(List<Long> ids) {
        new StoredOutcomes(sql).markUndone(ids);
    }

    /** Stores the reason why the outcome could not be undone. */
    public void setReason(long id, String reason) {
        new StoredOutcomes(sql).setReason(List.of(id), reason);
    }
}
