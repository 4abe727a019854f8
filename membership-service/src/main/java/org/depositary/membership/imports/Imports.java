package org.depositary.membership.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The imports that were asked for, and how far they are. */
record Imports(Sql sql) {

    private static final String COLUMNS = "id, set_id, format, dry_run, actor, status, planned";

    /** The import takes its turn: behind those whose files were staged before. */
    void staged(Import asked, Staging.Counts counts) {
        sql.update(
                "UPDATE import SET rows = ?, rejected = ?, turn = nextval('import_turn') WHERE id = ?",
                counts.rows(),
                counts.rejected(),
                asked.id());
    }

    void add(Import asked) {
        sql.update(
                "INSERT INTO import (id, set_id, format, dry_run, actor, status) VALUES (?, ?, ?, ?, ?, ?)",
                asked.id(),
                asked.set(),
                asked.format().toString(),
                asked.dryRun(),
                asked.actor(),
                asked.status().stored());
    }

    /**
     * One after the other, and whoever has begun first: a later import of a set is compared with what the earlier one
     * left.
     */
    Optional<Import> nextToDo() {
        return sql.first("""
            SELECT %s FROM import WHERE status IN ('running', 'undoing') ORDER BY planned DESC, turn LIMIT 1
            """.formatted(COLUMNS), Imports::read);
    }

    Optional<Import> find(UUID id) {
        return sql.first("SELECT %s FROM import WHERE id = ?".formatted(COLUMNS), Imports::read, id);
    }

    /** Locks the import until the transaction ends; empty while it is at work, since then its units hold it one by one. */
    Optional<Import> lockUnlessAtWork(UUID id) {
        return sql.first("""
            SELECT %s FROM import WHERE id = ? AND status NOT IN ('running', 'undoing') FOR UPDATE
            """.formatted(COLUMNS), Imports::read, id);
    }

    private static Import read(ResultSet row) throws SQLException {
        return new Import(
                row.getObject(1, UUID.class),
                row.getString(2),
                Format.of(row.getString(3)).orElseThrow(),
                row.getBoolean(4),
                row.getString(5),
                Import.Status.of(row.getString(6)),
                row.getBoolean(7));
    }

    /**
     * Begins the import, or its undo. False when it is not what it was any more, or another one is at work: somebody
     * else has gone on meanwhile.
     */
    boolean begin(Import asked) {
        int begun = sql.update("""
            UPDATE import SET planned = true
            WHERE id = ? AND status = ? AND NOT planned
              AND NOT EXISTS (SELECT FROM import WHERE planned AND status IN ('running', 'undoing'))
            """, asked.id(), asked.status().stored());
        if (begun == 1 && asked.status() == Import.Status.RUNNING) {
            plan(asked);
        }
        return begun == 1;
    }

    /** Makes the units of work: every organisation that the file has, or that the set had before. */
    private void plan(Import asked) {
        sql.update("""
            INSERT INTO import_unit (import, organization, name, last_year)
            SELECT ?, organization, max(name), max(last_year)
            FROM (SELECT organization, name, last_year FROM import_rows WHERE import = ?
                  UNION ALL
                  SELECT DISTINCT organization, NULL, NULL::int FROM set_fact WHERE set_id = ?) AS said
            GROUP BY organization
            ON CONFLICT DO NOTHING
            """, asked.id(), asked.id(), asked.set());
    }

    /** Ends the import if all of its units are done. */
    void endIfDone(UUID id) {
        sql.update("""
            UPDATE import
            SET status = CASE status WHEN 'undoing' THEN 'undone' ELSE 'completed' END,
                finished_at = clock_timestamp()
            WHERE id = ? AND planned AND status IN ('running', 'undoing')
              AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT done)
            """, id);
    }

    /** Gives the import up, unless it is not what it was any more; nothing is left to decide of its rows. */
    void fail(Import asked, String problem) {
        sql.update("""
            WITH failed AS (
                UPDATE import SET status = 'failed', problem = ?, finished_at = clock_timestamp()
                WHERE id = ? AND status = ?
                RETURNING id)
            DELETE FROM import_rows USING failed WHERE import_rows.import = failed.id
            """, problem, asked.id(), asked.status().stored());
    }

    /** All of its units are to be gone through again, the other way, when its turn comes. */
    void beginUndo(UUID id) {
        // Of two who ask for it, one begins it.
        sql.update("""
            WITH undone AS (
                UPDATE import
                SET status = 'undoing', planned = false, turn = nextval('import_turn'), finished_at = NULL
                WHERE id = ? AND status IN ('completed', 'failed')
                RETURNING id)
            UPDATE import_unit SET done = false FROM undone WHERE import_unit.import = undone.id
            """, id);
    }

    Optional<ImportView> view(UUID id) {
        return sql.first("""
            SELECT i.status, i.set_id, i.format, i.dry_run, i.rows, coalesce(sum(u.accepted), 0),
                   coalesce(sum(u.known), 0), coalesce(sum(u.corrected), 0), coalesce(sum(u.retracted), 0),
                   coalesce(sum(u.kept), 0), i.rejected + coalesce(sum(u.rejected), 0),
                   count(u.organization) FILTER (WHERE u.done), count(u.organization), i.problem
            FROM import i LEFT JOIN import_unit u ON u.import = i.id
            WHERE i.id = ?
            GROUP BY i.id
            """, row -> ImportView.read(id, row), id);
    }
}
