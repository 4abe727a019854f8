package org.depositary.membership.imports.staging;

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

/**
 * Stores the units of work of an import in the database. Each organisation is one unit, processed in one transaction.
 */
public record ImportUnitStore(ImportSql sql) {

    /**
     * A unit of work.
     *
     * @param name the name of the organisation in the file
     * @param lastYear the last year in the file for the organisation; absent unless the rows are state-years
     * @param withoutOrganization the lines of rejected rows that may be about any organisation
     */
    public record Unit(
            String organization, Optional<String> name, Optional<Integer> lastYear, LineNumbers withoutOrganization) {}

    /**
     * Locks a unit that is not done, until the transaction ends. Returns empty if all units are done or locked by
     * other transactions.
     */
    public Optional<Unit> claim(ImportJob job) {
        // The condition on the status matters for a worker that wakes up late: it must not process a unit of the undo
        // as a unit of the import. FOR SHARE OF i makes PostgreSQL check the condition again after waiting for a
        // lock.
        return sql.first("""
                SELECT u.organization, u.name, u.last_year, i.unreadable, i.unreadable_lines
                FROM import_unit u JOIN import i ON i.id = u.import
                WHERE u.import = ? AND NOT u.done AND i.status = ? AND i.planned
                ORDER BY u.organization
                LIMIT 1
                FOR UPDATE OF u SKIP LOCKED FOR SHARE OF i
                """, ImportUnitStore::read, job.id(), job.status().storedName());
    }

    /**
     * Locks a unit whose impact is not counted yet, until the transaction ends. Returns empty as {@link #claim} does.
     */
    public Optional<Unit> claimToCount(ImportJob job) {
        return sql.first("""
                SELECT u.organization, u.name, u.last_year, i.unreadable, i.unreadable_lines
                FROM import_unit u JOIN import i ON i.id = u.import
                WHERE u.import = ? AND NOT u.counted AND i.status = ? AND i.planned
                ORDER BY u.organization
                LIMIT 1
                FOR UPDATE OF u SKIP LOCKED FOR SHARE OF i
                """, ImportUnitStore::read, job.id(), job.status().storedName());
    }

    /**
     * Creates a unit for each organisation in the file and each organisation about which the set states facts. If the
     * import can be held, the impact on the latter is counted first.
     */
    public void create(ImportJob job) {
        sql.update("""
                INSERT INTO import_unit (import, organization, name, last_year, counted)
                SELECT ?, organization, max(name), max(last_year), ? OR NOT bool_or(stated)
                FROM (SELECT organization, name, last_year, false AS stated FROM import_rows WHERE import = ?
                      UNION ALL
                      SELECT DISTINCT organization, NULL, NULL::int, true FROM set_fact WHERE set_id = ?) AS said
                GROUP BY organization
                ON CONFLICT DO NOTHING
                """, job.id(), job.allowRetractions() || job.dryRun(), job.id(), job.set());
    }

    private static Unit read(ResultSet row) throws SQLException {
        return new Unit(
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getObject(3, Integer.class)),
                new LineNumbers(List.of((Integer[]) row.getArray(5).getArray()), row.getInt(4)));
    }

    public void markCounted(UUID id, String organization, ImportImpact impact) {
        sql.update("""
                UPDATE import_unit SET counted = true, to_retract = ?, to_move = ? WHERE import = ? AND organization = ?
                """, impact.retracted(), impact.moved(), id, organization);
    }

    public void markDone(UUID id, String organization, OutcomeCounts counts, ImportImpact impact) {
        sql.update(
                """
                UPDATE import_unit
                SET done = true, accepted = ?, known = ?, corrected = ?, retracted = ?, kept = ?, rejected = ?,
                    to_retract = ?, to_move = ?
                WHERE import = ? AND organization = ?
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
                organization);
    }

    /** Marks the unit as done by an undo. The counts of the import stay as they are, because the report shows them. */
    public void markUndone(UUID id, String organization) {
        sql.update("UPDATE import_unit SET done = true WHERE import = ? AND organization = ?", id, organization);
    }

    public void replaceByCounts(UUID id) {
        sql.update("""
                WITH sums AS (
                    SELECT sum(accepted) AS accepted, sum(known) AS known, sum(corrected) AS corrected,
                           sum(retracted) AS retracted, sum(kept) AS kept, sum(rejected) AS rejected
                    FROM import_unit WHERE import = ?
                    HAVING count(*) > 0),
                deleted AS (DELETE FROM import_unit WHERE import = ?)
                INSERT INTO import_unit (import, organization, done, accepted, known, corrected, retracted, kept, rejected)
                SELECT ?, '', true, accepted, known, corrected, retracted, kept, rejected FROM sums
                """, id, id, id);
    }
}
