package org.depositary.membership.imports.staging;

import java.util.Optional;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;

/**
 * The coverage of a file of state-years: the time from its first to its last year. The years of rejected rows count,
 * because the file speaks of them too.
 */
public record StateYearCoverage(ImportSql sql) {

    /**
     * Returns the coverage of a staged file. Empty for a file of changes, for a file without a valid row, and for a set that
     * has facts but no coverage. Such a set was imported by an earlier version, whose facts do not name it. It gets a coverage only from a request.
     */
    public Optional<String> of(ImportJob job) {
        return ImportRowKind.of(job) == ImportRowKind.STATE_YEARS ? yearsOfFile(job) : Optional.empty();
    }

    private Optional<String> yearsOfFile(ImportJob job) {
        return sql.first("""
                SELECT min(year) || '/' || max(year)
                FROM (SELECT unnest(years) AS year, true AS valid FROM import_rows WHERE import = ?
                      UNION ALL
                      SELECT unnest(years), false FROM import_rejected_rows WHERE import = ?) AS file
                WHERE NOT EXISTS (SELECT FROM set_fact WHERE set_id = ?)
                   OR EXISTS (SELECT FROM import earlier WHERE earlier.set_id = ? AND earlier.covers_published)
                HAVING bool_or(valid)
                """, row -> row.getString(1), job.id(), job.id(), job.set(), job.set());
    }
}
