package org.depositary.membership.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The imports that were asked for, and how far they are. */
record Imports(Sql sql) {

    private static final String COLUMNS = "id, set_id, format, dry_run, actor, status, planned";

    void staged(Import asked, Staging.Counts counts) {
        sql.update(
                "UPDATE import SET rows = ?, rejected = ? WHERE id = ?", counts.rows(), counts.rejected(), asked.id());
    }

    void begin(Import asked) {
        sql.update(
                "INSERT INTO import (id, set_id, format, dry_run, actor, status) VALUES (?, ?, ?, ?, ?, ?)",
                asked.id(),
                asked.set(),
                asked.format().toString(),
                asked.dryRun(),
                asked.actor(),
                asked.status().stored());
    }

    /** One after the other: a later import of a set is compared with what the earlier one left. */
    Optional<Import> nextToDo() {
        return sql.first("""
            SELECT %s FROM import WHERE status IN ('running', 'undoing') ORDER BY id LIMIT 1
            """.formatted(COLUMNS), Imports::read);
    }

    Optional<Import> find(UUID id) {
        return sql.first("SELECT %s FROM import WHERE id = ?".formatted(COLUMNS), Imports::read, id);
    }

    /** Locks the import until the transaction ends. */
    Optional<Import> lock(UUID id) {
        return sql.first("SELECT %s FROM import WHERE id = ? FOR UPDATE".formatted(COLUMNS), Imports::read, id);
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

    /** Makes the units of work: every organisation that the file has, or that the set had before. */
    void plan(Import asked) {
        sql.update("""
            INSERT INTO import_unit (import, organization, name, last_year)
            SELECT ?, organization, max(name), max(last_year)
            FROM (SELECT organization, name, last_year FROM import_rows WHERE import = ?
                  UNION ALL
                  SELECT DISTINCT organization, NULL, NULL::int FROM set_fact WHERE set_id = ?) AS said
            GROUP BY organization
            ON CONFLICT DO NOTHING
            """, asked.id(), asked.id(), asked.set());
        sql.update("UPDATE import SET planned = true WHERE id = ?", asked.id());
    }

    /** Ends the import if all of its units are done. */
    void endIfDone(UUID id) {
        sql.update("""
            UPDATE import
            SET status = CASE status WHEN 'undoing' THEN 'undone' ELSE 'completed' END,
                finished_at = clock_timestamp()
            WHERE id = ? AND status IN ('running', 'undoing')
              AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT done)
            """, id);
    }

    void fail(UUID id, String problem) {
        sql.update(
                "UPDATE import SET status = 'failed', problem = ?, finished_at = clock_timestamp() WHERE id = ?",
                problem,
                id);
    }

    /** All of its units are to be gone through again, the other way. */
    void beginUndo(UUID id) {
        sql.update("UPDATE import_unit SET done = false WHERE import = ?", id);
        sql.update("DELETE FROM import_rows WHERE import = ?", id);
        sql.update("UPDATE import SET status = 'undoing', finished_at = NULL WHERE id = ?", id);
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
