package org.depositary.exercises.imports.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.depositary.imports.file.LineNumbers;
import org.depositary.imports.job.ImportImpact;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeCounts;

/** Stores the batches of an import in the database. Each batch is processed in one transaction. */
public record ExerciseBatchStore(ImportSql sql) {

    /** @param withoutKey the lines of rejected rows that may be about any exercise */
    public record Batch(int number, LineNumbers withoutKey) {}

    /**
     * Locks a batch that is not done, until the transaction ends. Returns empty if all batches are done or locked by
     * other transactions.
     */
    public Optional<Batch> claim(ImportJob job) {
        // The condition on the status matters for a worker that wakes up late: it must not process a batch of the undo
        // as a batch of the import. FOR SHARE OF i makes PostgreSQL check the condition again after waiting for a lock.
        return sql.first("""
                SELECT u.batch, i.unreadable, i.unreadable_lines
                FROM import_unit u JOIN import i ON i.id = u.import
                WHERE u.import = ? AND NOT u.done AND i.status = ? AND i.planned
                ORDER BY u.batch
                LIMIT 1
                FOR UPDATE OF u SKIP LOCKED FOR SHARE OF i
                """, ExerciseBatchStore::batch, job.id(), job.status().storedName());
    }

    /** Locks a batch whose impact is not counted yet. Returns empty as {@link #claim} does. */
    public Optional<Batch> claimToCount(ImportJob job) {
        return sql.first("""
                SELECT u.batch, i.unreadable, i.unreadable_lines
                FROM import_unit u JOIN import i ON i.id = u.import
                WHERE u.import = ? AND NOT u.counted AND i.status = ? AND i.planned
                ORDER BY u.batch
                LIMIT 1
                FOR UPDATE OF u SKIP LOCKED FOR SHARE OF i
                """, ExerciseBatchStore::batch, job.id(), job.status().storedName());
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getInt(1),
                new LineNumbers(List.of((Integer[]) row.getArray(3).getArray()), row.getInt(2)));
    }

    /** Creates the batches of the file and of the set. If the import can be held, the latter are counted first. */
    public void create(ImportJob job) {
        sql.update("""
                INSERT INTO import_unit (import, batch, counted)
                SELECT ?, batch, ? OR NOT bool_or(stated)
                FROM (SELECT batch, false AS stated FROM import_rows WHERE import = ?
                      UNION ALL
                      SELECT batch, true FROM set_fact WHERE set_id = ?) AS said
                GROUP BY batch
                ON CONFLICT DO NOTHING
                """, job.id(), job.allowRetractions() || job.dryRun(), job.id(), job.set());
    }

    public void markCounted(UUID id, int batch, ImportImpact impact) {
        sql.update(
                "UPDATE import_unit SET counted = true, to_retract = ?, to_move = ? WHERE import = ? AND batch = ?",
                impact.retracted(),
                impact.moved(),
                id,
                batch);
    }

    public void markDone(UUID id, int batch, OutcomeCounts counts, ImportImpact impact) {
        sql.update(
                """
                UPDATE import_unit
                SET done = true, accepted = ?, known = ?, corrected = ?, retracted = ?, kept = ?, rejected = ?,
                    to_retract = ?, to_move = ?
                WHERE import = ? AND batch = ?
                """,
                counts.accepted(),
                counts.known(),
                counts.corrected(),
                counts.retracted(),
                counts.kept(),
                counts.rejected(),
                impact.retracted(),
                impact.moved(),
                id,
                batch);
    }

    /** Marks the batch as done by an undo. The counts of the import stay, because the report shows them. */
    public void markUndone(UUID id, int batch) {
        sql.update("UPDATE import_unit SET done = true WHERE import = ? AND batch = ?", id, batch);
    }

    public void replaceByCounts(UUID id) {
        sql.update("""
                WITH sums AS (
                    SELECT sum(accepted) AS accepted, sum(known) AS known, sum(corrected) AS corrected,
                           sum(retracted) AS retracted, sum(kept) AS kept, sum(rejected) AS rejected
                    FROM import_unit WHERE import = ?
                    HAVING count(*) > 0),
                deleted AS (DELETE FROM import_unit WHERE import = ?)
                INSERT INTO import_unit (import, batch, done, accepted, known, corrected, retracted, kept, rejected)
                SELECT ?, -1, true, accepted, known, corrected, retracted, kept, rejected FROM sums
                """, id, id, id);
    }
}
