package org.depositary.membership.imports.decision;

import static org.depositary.membership.events.ImportSetEvents.IMPORT_SETS;

import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.membership.domain.ImportSetCoverage.StateCoverage;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportRowKind;
import org.depositary.membership.imports.job.ImportSql;

/**
 * The coverage that an import states for its set. It is published before the facts of the import are recorded. An undo
 * restores the coverage of the last other import of the set that has published one.
 */
public record ImportCoverage(ImportSql sql) {

    /** Returns the coverage that the import states. Empty if it states none. */
    public static Optional<String> of(UUID id, ImportSql sql) {
        return sql
                .list("SELECT covers FROM import WHERE id = ? AND covers IS NOT NULL", row -> row.getString(1), id)
                .stream()
                .findFirst();
    }

    /**
     * Stores the coverage of a staged import. State-years cover the time from the first to the last year of the file, if
     * the request says nothing else. A set with facts but without a coverage is of an earlier version, whose facts do not
     * name it; it gets a coverage only from a request.
     */
    public void store(ImportJob job, Optional<String> covers) {
        covers.or(() -> job.format() == ImportRowKind.STATE_YEARS ? yearsOfFile(job) : Optional.empty())
                .ifPresent(stated -> sql.update("UPDATE import SET covers = ? WHERE id = ?", stated, job.id()));
    }

    private Optional<String> yearsOfFile(ImportJob job) {
        return sql.first("""
                SELECT min(year) || '/' || max(year)
                FROM import_rows, unnest(years) AS year
                WHERE import = ?
                  AND (NOT EXISTS (SELECT FROM set_fact WHERE set_id = ?)
                       OR EXISTS (SELECT FROM import earlier WHERE earlier.set_id = ? AND earlier.covers_published))
                HAVING count(*) > 0
                """, row -> row.getString(1), job.id(), job.set(), job.set());
    }

    /** Whether the import or its undo must change the coverage of its set before it goes on. */
    public boolean isDue(ImportJob job) {
        return switch (job.status()) {
            case RUNNING -> !job.dryRun() && hasPublished(job, false);
            case UNDOING -> hasPublished(job, true);
            default -> false;
        };
    }

    private boolean hasPublished(ImportJob job, boolean published) {
        return sql.first(
                        "SELECT covers IS NOT NULL AND covers_published = ? FROM import WHERE id = ?",
                        row -> row.getBoolean(1),
                        published,
                        job.id())
                .orElse(false);
    }

    /** Publishes the coverage, or restores the earlier one if the import is being undone. */
    public void publish(ImportJob job, UnitOfWork unitOfWork) {
        boolean undo = job.status() == ImportJob.Status.UNDOING;
        // The condition on the status matters for a worker that wakes up late, as for a unit of work.
        int marked = sql.update(
                "UPDATE import SET covers_published = ? WHERE id = ? AND planned AND status = ? AND covers_published = ?",
                !undo,
                job.id(),
                undo ? "undoing" : "running",
                undo);
        if (marked == 1) {
            var covers = undo ? ofLastImport(job.set()) : of(job.id(), sql);
            var reason = "Import %s was undone".formatted(job.id());
            unitOfWork.handle(IMPORT_SETS, IMPORT_SETS.stream(job.set()), new StateCoverage(job.set(), covers, reason));
        }
    }

    private Optional<String> ofLastImport(String set) {
        return sql.first(
                "SELECT covers FROM import WHERE set_id = ? AND covers_published ORDER BY turn DESC LIMIT 1",
                row -> row.getString(1),
                set);
    }
}
