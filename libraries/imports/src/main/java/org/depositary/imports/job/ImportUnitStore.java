package org.depositary.imports.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.depositary.imports.file.LineNumbers;
import org.depositary.imports.job.ImportUnits.Unit;
import org.depositary.imports.job.ImportUnits.UnitResult;

/** Stores the units of an import in the database. Each unit is processed in one transaction. */
public record ImportUnitStore(ImportSql sql) {

    /**
     * Creates a unit for each unit in the file and each unit about which the set states facts. If the import can be
     * held, the impact on the latter is counted first.
     */
    void create(ImportJob job) {
        sql.update("""
                INSERT INTO import_unit (import, unit, counted)
                SELECT ?, unit, ? OR NOT bool_or(stated)
                FROM (SELECT unit, false AS stated FROM import_rows WHERE import = ?
                      UNION ALL
                      SELECT DISTINCT unit, true FROM set_fact WHERE set_id = ?) AS said
                GROUP BY unit
                ON CONFLICT DO NOTHING
                """, job.id(), job.allowRetractions() || job.dryRun(), job.id(), job.set());
    }

    /**
     * Locks a unit that is not done, until the transaction ends. Returns empty if all units are done or locked by
     * other transactions.
     */
    public Optional<Unit> claim(ImportJob job) {
        // The condition on the status matters for a worker that wakes up late: it must not process a unit of the undo
        // as a unit of the import. FOR SHARE OF i makes PostgreSQL check the condition again after waiting for a
        // lock.
        return sql.first("""
                SELECT u.unit, i.unreadable, i.unreadable_lines
                FROM import_unit u JOIN import i ON i.id = u.import
                WHERE u.import = ? AND NOT u.done AND i.status = ? AND i.planned
                ORDER BY u.unit
                LIMIT 1
                FOR UPDATE OF u SKIP LOCKED FOR SHARE OF i
                """, ImportUnitStore::read, job.id(), job.status().storedName());
    }

    /**
     * Locks a unit whose impact is not counted yet, until the transaction ends. Returns empty as {@link #claim} does.
     */
    public Optional<Unit> claimToCount(ImportJob job) {
        return sql.first("""
                SELECT u.unit, i.unreadable, i.unreadable_lines
                FROM import_unit u JOIN import i ON i.id = u.import
                WHERE u.import = ? AND NOT u.counted AND i.status = ? AND i.planned
                ORDER BY u.unit
                LIMIT 1
                FOR UPDATE OF u SKIP LOCKED FOR SHARE OF i
                """, ImportUnitStore::read, job.id(), job.status().storedName());
    }

    private static Unit read(ResultSet row) throws SQLException {
        return new Unit(
                row.getString(1),
                new LineNumbers(List.of((Integer[]) row.getArray(3).getArray()), row.getInt(2)));
    }

    public void markCounted(UUID id, Unit unit, ImportImpact impact) {
        sql.update(
                "UPDATE import_unit SET counted = true, to_retract = ?, to_move = ? WHERE import = ? AND unit = ?",
                impact.retracted(),
                impact.moved(),
                id,
                unit.key());
    }

    public void markDone(UUID id, Unit unit, UnitResult result) {
        var counts = result.counts();
        sql.update(
                """
                UPDATE import_unit
                SET done = true, accepted = ?, known = ?, corrected = ?, retracted = ?, kept = ?, rejected = ?,
                    to_retract = ?, to_move = ?
                WHERE import = ? AND unit = ?
                """,
                counts.accepted(),
                counts.known(),
                counts.corrected(),
                counts.retracted(),
                counts.kept(),
                counts.rejected(),
                result.impact().retracted(),
                result.impact().moved(),
                id,
                unit.key());
    }

    /** Marks the unit as done by an undo. The counts of the import stay as they are, because the report shows them. */
    public void markUndone(UUID id, Unit unit) {
        sql.update("UPDATE import_unit SET done = true WHERE import = ? AND unit = ?", id, unit.key());
    }

    /** Replaces the units of an old import by one, which keeps the counts of the import. */
    public void replaceByCounts(UUID id) {
        sql.update("""
                WITH sums AS (
                    SELECT sum(accepted) AS accepted, sum(known) AS known, sum(corrected) AS corrected,
                           sum(retracted) AS retracted, sum(kept) AS kept, sum(rejected) AS rejected
                    FROM import_unit WHERE import = ?
                    HAVING count(*) > 0),
                deleted AS (DELETE FROM import_unit WHERE import = ?)
                INSERT INTO import_unit (import, unit, done, accepted, known, corrected, retracted, kept, rejected)
                SELECT ?, '', true, accepted, known, corrected, retracted, kept, rejected FROM sums
                """, id, id, id);
    }
}
