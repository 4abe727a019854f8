package org.depositary.imports.job;

import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.store.UnitOfWork;

/**
 * The coverage that an import states for its set: the time for which the set speaks, as an EDTF interval. It is
 * published before the facts of the import are recorded. An undo restores the coverage of the last other import of the
 * set that has published one.
 */
public record ImportCoverage(ImportSql sql) {

    /** Stores the coverage of a staged import. */
    public void store(ImportJob job, String covers) {
        sql.update("UPDATE import SET covers = ? WHERE id = ?", covers, job.id());
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
    public void publish(ImportJob job, ImportUnits units, UnitOfWork unitOfWork) {
        boolean undo = job.status() == ImportJob.Status.UNDOING;
        // The condition on the status matters for a worker that wakes up late, as for a unit of work.
        int marked = sql.update(
                "UPDATE import SET covers_published = ? WHERE id = ? AND planned AND status = ? AND covers_published = ?",
                !undo,
                job.id(),
                job.status().storedName(),
                undo);
        if (marked == 1) {
            units.recordCoverage(job, undo ? ofLastImport(job.set()) : Optional.of(stated(job.id())), unitOfWork);
        }
    }

    private String stated(UUID id) {
        return sql.first("SELECT covers FROM import WHERE id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    private Optional<String> ofLastImport(String set) {
        return sql.first(
                "SELECT covers FROM import WHERE set_id = ? AND covers_published ORDER BY queue_place DESC LIMIT 1",
                row -> row.getString(1),
                set);
    }
}
