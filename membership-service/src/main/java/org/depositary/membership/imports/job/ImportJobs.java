package org.depositary.membership.imports.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.depositary.membership.imports.staging.FileStaging;

/** The imports that were asked for, and how far they are. */
public record ImportJobs(ImportSql sql) {

    private static final String AT_WORK = "status IN ('counting', 'running', 'undoing')";
    private static final String COLUMNS = "id, set_id, format, dry_run, allow_retractions, actor, status, planned";

    /** The import takes its turn: behind those whose files were staged before. */
    public void staged(ImportJob asked, FileStaging.Counts counts) {
        sql.update(
                """
                UPDATE import
                SET rows = ?, rejected = ?, unreadable = ?, unreadable_lines = ?, turn = nextval('import_turn')
                WHERE id = ?
                """,
                counts.rows(),
                counts.rejected(),
                counts.unreadable().count(),
                sql.numbers(counts.unreadable().first(), Optional::of),
                asked.id());
    }

    public void add(ImportJob asked) {
        sql.update(
                """
                INSERT INTO import (id, set_id, format, dry_run, allow_retractions, actor, status)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                asked.id(),
                asked.set(),
                asked.format().toString(),
                asked.dryRun(),
                asked.allowRetractions(),
                asked.actor(),
                asked.status().stored());
    }

    /**
     * One after the other, and whoever has begun first: a later import of a set is compared with what the earlier one
     * left.
     */
    public Optional<ImportJob> nextToDo() {
        return sql.first("""
            SELECT %s FROM import WHERE %s ORDER BY planned DESC, turn LIMIT 1
            """.formatted(COLUMNS, AT_WORK), ImportJobs::read);
    }

    public Optional<ImportJob> find(UUID id) {
        return sql.first("SELECT %s FROM import WHERE id = ?".formatted(COLUMNS), ImportJobs::read, id);
    }

    /** Locks the import until the transaction ends; empty while it is at work, since then its units hold it one by one. */
    public Optional<ImportJob> lockUnlessAtWork(UUID id) {
        return sql.first("""
            SELECT %s FROM import WHERE id = ? AND NOT (%s) FOR UPDATE
            """.formatted(COLUMNS, AT_WORK), ImportJobs::read, id);
    }

    private static ImportJob read(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject(1, UUID.class),
                row.getString(2),
                ImportFormat.of(row.getString(3)).orElseThrow(),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6),
                ImportJob.Status.of(row.getString(7)),
                row.getBoolean(8));
    }

    /**
     * Begins the import, or its undo. False when it is not what it was any more, another one is at work, or an earlier one
     * waits: somebody else has gone on meanwhile.
     */
    public boolean begin(ImportJob asked) {
        var holds = new HeldImports(sql);
        holds.lock(asked.set());
        int begun = sql.update("""
            UPDATE import SET planned = true
            WHERE id = ? AND status = ? AND NOT planned
              AND NOT EXISTS (SELECT FROM import other
                              WHERE other.status IN ('counting', 'running', 'undoing')
                                AND (other.planned OR other.turn < import.turn))
            """, asked.id(), asked.status().stored());
        if (begun == 1 && asked.status() == ImportJob.Status.RUNNING) {
            plan(asked);
            holds.supersede(asked);
        }
        return begun == 1;
    }

    /**
     * Makes the units of work: every organisation that the file has, or that the set had before. Of the latter it is
     * counted first what the import would take back, unless that does not matter.
     */
    private void plan(ImportJob asked) {
        sql.update("""
                INSERT INTO import_unit (import, organization, name, last_year, counted)
                SELECT ?, organization, max(name), max(last_year), ? OR NOT bool_or(stated)
                FROM (SELECT organization, name, last_year, false AS stated FROM import_rows WHERE import = ?
                      UNION ALL
                      SELECT DISTINCT organization, NULL, NULL::int, true FROM set_fact WHERE set_id = ?) AS said
                GROUP BY organization
                ON CONFLICT DO NOTHING
                """, asked.id(), asked.allowRetractions() || asked.dryRun(), asked.id(), asked.set());
        sql.update("""
            UPDATE import SET status = 'counting', counts = true
            WHERE id = ? AND EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT counted)
            """, asked.id());
    }

    /** Ends the import if all of its units are done. */
    public void endIfDone(UUID id) {
        sql.update("""
            UPDATE import
            SET status = CASE status WHEN 'undoing' THEN 'undone' ELSE 'completed' END,
                finished_at = clock_timestamp()
            WHERE id = ? AND planned AND status IN ('running', 'undoing')
              AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT done)
            """, id);
    }

    /** Gives the import up, unless it is not what it was any more; nothing is left to decide of its rows. */
    public void fail(ImportJob asked, String problem) {
        sql.update("""
            WITH failed AS (
                UPDATE import SET status = 'failed', problem = ?, finished_at = clock_timestamp()
                WHERE id = ? AND status = ?
                RETURNING id),
            rejected AS (
                DELETE FROM import_rejected_rows USING failed WHERE import_rejected_rows.import = failed.id)
            DELETE FROM import_rows USING failed WHERE import_rows.import = failed.id
            """, problem, asked.id(), asked.status().stored());
    }

    /** All of its units are to be gone through again, the other way, when its turn comes. */
    public void beginUndo(UUID id) {
        // Of two who ask for it, one begins it.
        sql.update("""
            WITH undone AS (
                UPDATE import
                SET status = 'undoing', planned = false, counts = false, turn = nextval('import_turn'),
                    finished_at = NULL
                WHERE id = ? AND status IN ('completed', 'failed')
                RETURNING id)
            UPDATE import_unit SET done = false FROM undone WHERE import_unit.import = undone.id
            """, id);
    }

    public Optional<ImportStatusResponse> view(UUID id) {
        return sql.first("""
            SELECT i.status, i.set_id, i.format, i.dry_run, i.rows, coalesce(sum(u.accepted), 0),
                   coalesce(sum(u.known), 0), coalesce(sum(u.corrected), 0), coalesce(sum(u.retracted), 0),
                   coalesce(sum(u.kept), 0), i.rejected + coalesce(sum(u.rejected), 0),
                   count(u.organization) FILTER (WHERE u.done)
                       + count(u.organization) FILTER (WHERE i.counts AND u.counted),
                   count(u.organization) * CASE WHEN i.counts THEN 2 ELSE 1 END, i.problem,
                   i.held_retracted, i.held_moved, i.held_of, i.superseded_by
            FROM import i LEFT JOIN import_unit u ON u.import = i.id
            WHERE i.id = ?
            GROUP BY i.id
            """, row -> ImportStatusResponse.read(id, row), id);
    }
}
