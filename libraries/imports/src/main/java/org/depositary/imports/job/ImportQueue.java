package org.depositary.imports.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Stores the queue of imports and their progress in the database. */
public record ImportQueue(ImportSql sql) {

    public void insert(ImportJob job) {
        sql.update(
                """
                INSERT INTO import (id, set_id, format, dry_run, allow_retractions, actor, status)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                job.id(),
                job.set(),
                job.format(),
                job.dryRun(),
                job.allowRetractions(),
                job.actor(),
                job.status().storedName());
    }

    /** Adds the import to the end of the queue. Its rows must already be stored. */
    public void enqueue(ImportJob job, FileRowCounts counts) {
        sql.update(
                """
                UPDATE import
                SET rows = ?, rejected = ?, unreadable = ?, unreadable_lines = ?, queue_place = nextval('import_turn')
                WHERE id = ?
                """,
                counts.rows(),
                counts.rejected(),
                counts.withoutUnit().count(),
                sql.numbers(counts.withoutUnit().first(), Optional::of),
                job.id());
    }

    /**
     * Returns the import to process next: the one that is in progress, otherwise the first in the queue. Imports run
     * one after the other, because a later import of a set is compared with the result of the earlier one.
     */
    public Optional<ImportJob> next() {
        return sql.first("""
                SELECT id, set_id, format, dry_run, allow_retractions, actor, status, planned
                FROM import
                WHERE status IN ('counting', 'running', 'undoing')
                ORDER BY planned DESC, queue_place
                LIMIT 1
                """, ImportQueue::read);
    }

    public Optional<ImportJob> find(UUID id) {
        return sql.first("""
                SELECT id, set_id, format, dry_run, allow_retractions, actor, status, planned
                FROM import
                WHERE id = ?
                """, ImportQueue::read, id);
    }

    /**
     * Locks the import until the transaction ends. Returns empty without waiting if the import is in progress. Its
     * units then lock it one after the other, so waiting could take until the end of the import.
     */
    public Optional<ImportJob> lockUnlessInProgress(UUID id) {
        return sql.first("""
                SELECT id, set_id, format, dry_run, allow_retractions, actor, status, planned
                FROM import
                WHERE id = ? AND status NOT IN ('counting', 'running', 'undoing')
                FOR UPDATE
                """, ImportQueue::read, id);
    }

    private static ImportJob read(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6),
                ImportJob.Status.of(row.getString(7)),
                row.getBoolean(8));
    }

    /**
     * Starts the import or its undo. Returns false if the status of the import has changed, another import is in
     * progress, or an earlier one waits.
     */
    public boolean start(ImportJob job) {
        var held = new HeldImports(sql);
        held.lock(job.set());
        int started = sql.update("""
                UPDATE import SET planned = true
                WHERE id = ? AND status = ? AND NOT planned
                  AND NOT EXISTS (SELECT FROM import other
                                  WHERE other.status IN ('counting', 'running', 'undoing')
                                    AND (other.planned OR other.queue_place < import.queue_place))
                """, job.id(), job.status().storedName());
        if (started == 1 && job.status() == ImportJob.Status.RUNNING) {
            new ImportUnitStore(sql).create(job);
            countFirstIfNeeded(job);
            held.supersede(job);
        }
        return started == 1;
    }

    /** Lets the impact of the import be counted before it runs, if some unit has to be counted. */
    private void countFirstIfNeeded(ImportJob job) {
        sql.update("""
                UPDATE import SET status = 'counting', counts = true
                WHERE id = ? AND EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT counted)
                """, job.id());
    }

    /** Ends the import if all of its units are done. */
    public void finishIfDone(UUID id) {
        sql.update("""
                UPDATE import
                SET status = CASE status WHEN 'undoing' THEN 'undone' ELSE 'completed' END,
                    finished_at = clock_timestamp()
                WHERE id = ? AND planned AND status IN ('running', 'undoing')
                  AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT done)
                """, id);
    }

    /**
     * Marks the import as failed and deletes its rows, and what a count stored for the report. Does nothing if its status has
     * changed.
     */
    public void fail(ImportJob job, String problem) {
        sql.update("""
                WITH failed AS (
                    UPDATE import SET status = 'failed', problem = ?, finished_at = clock_timestamp()
                    WHERE id = ? AND status = ?
                    RETURNING id),
                rejected AS (
                    DELETE FROM import_rejected_rows USING failed WHERE import_rejected_rows.import = failed.id),
                planned AS (
                    DELETE FROM import_outcome USING failed
                    WHERE import_outcome.import = failed.id AND outcome IN ('corrected', 'retracted') AND ?)
                DELETE FROM import_rows USING failed WHERE import_rows.import = failed.id
                """, problem, job.id(), job.status().storedName(), job.status() == ImportJob.Status.COUNTING);
    }

    /** Adds the undo of an import to the end of the queue. The undo processes all units of the import again. */
    public void enqueueUndo(UUID id) {
        // If two requests run at the same time, the condition on the status lets only one of them queue the undo.
        sql.update("""
                WITH undone AS (
                    UPDATE import
                    SET status = 'undoing', planned = false, counts = false, queue_place = nextval('import_turn'),
                        finished_at = NULL
                    WHERE id = ? AND status IN ('completed', 'failed')
                    RETURNING id)
                UPDATE import_unit SET done = false FROM undone WHERE import_unit.import = undone.id
                """, id);
    }

    /**
     * Refuses what needs the report of an import.
     *
     * @throws Problem if the report was deleted after its retention
     */
    public void requireReport(UUID id) {
        sql.first("SELECT id FROM import WHERE id = ? AND expired_at IS NOT NULL", row -> true, id)
                .ifPresent(expired -> {
                    throw Problem.of(
                            ProblemType.REPORT_DELETED,
                            "The report of this import was deleted after its retention, so it can neither be read nor"
                                    + " be undone");
                });
    }
}
