package org.depositary.imports.job;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds imports that would retract or move too many facts of their set, and releases or discards them. A held import
 * records nothing until a curator releases it. A later import of the same set supersedes it. {@link ImportImpact}
 * defines how many facts are too many.
 */
public record HeldImports(ImportSql sql) {

    /**
     * Locks the held imports of the set until the transaction ends, so that no other request releases or discards
     * them.
     */
    void lock(String set) {
        sql.list("SELECT id FROM import WHERE set_id = ? AND status = 'held' FOR UPDATE", row -> true, set);
    }

    /**
     * Holds the import or lets it run, depending on its impact. Does nothing and returns false if the impact on some
     * unit is not counted yet.
     */
    public boolean holdOrRunIfCounted(ImportJob job) {
        var impact = impact(job.id());
        int setFacts = countSetFacts(job.set());
        int changed = impact.isHeld(setFacts) ? holdIfCounted(job.id(), impact, setFacts) : runIfCounted(job.id());
        return changed == 1;
    }

    private int holdIfCounted(UUID id, ImportImpact impact, int setFacts) {
        return sql.update("""
                UPDATE import SET status = 'held', planned = false, finished_at = clock_timestamp(),
                                  held_retracted = ?, held_moved = ?, held_of = ?
                WHERE id = ? AND status = 'counting' AND planned
                  AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT counted)
                """, impact.retracted(), impact.moved(), setFacts, id);
    }

    /** Deletes what the count stored for the report: the import itself stores its outcomes. */
    private int runIfCounted(UUID id) {
        return sql.first("""
                WITH running AS (
                    UPDATE import SET status = 'running'
                    WHERE id = ? AND status = 'counting' AND planned
                      AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT counted)
                    RETURNING id),
                planned AS (
                    DELETE FROM import_outcome USING running
                    WHERE import_outcome.import = running.id AND outcome IN ('corrected', 'retracted'))
                SELECT count(*) FROM running
                """, row -> row.getInt(1), id).orElseThrow();
    }

    /** Once all units of a dry run are done, stores whether the import would be held. */
    public void storeDryRunImpactIfDone(ImportJob dryRun) {
        var impact = impact(dryRun.id());
        int setFacts = countSetFacts(dryRun.set());
        if (!dryRun.allowRetractions() && impact.isHeld(setFacts)) {
            sql.update("""
                    UPDATE import SET held_retracted = ?, held_moved = ?, held_of = ?
                    WHERE id = ? AND status = 'running' AND planned
                      AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT done)
                    """, impact.retracted(), impact.moved(), setFacts, dryRun.id());
        }
    }

    private ImportImpact impact(UUID id) {
        return sql.first(
                        "SELECT coalesce(sum(to_retract), 0), coalesce(sum(to_move), 0) FROM import_unit WHERE import = ?",
                        row -> new ImportImpact(row.getInt(1), row.getInt(2)),
                        id)
                .orElse(ImportImpact.NONE);
    }

    private int countSetFacts(String set) {
        return sql.first("SELECT count(*) FROM set_fact WHERE set_id = ?", row -> row.getInt(1), set)
                .orElseThrow();
    }

    /**
     * Marks the held imports of the set as superseded and deletes their rows. Such an import can no longer be
     * released, only discarded.
     */
    void supersede(ImportJob later) {
        if (!later.dryRun()) {
            sql.update("""
                    WITH superseded AS (
                        UPDATE import SET superseded_by = ?
                        WHERE set_id = ? AND status = 'held' AND superseded_by IS NULL
                        RETURNING id),
                    rejected AS (
                        DELETE FROM import_rejected_rows USING superseded
                        WHERE import_rejected_rows.import = superseded.id)
                    DELETE FROM import_rows USING superseded WHERE import_rows.import = superseded.id
                    """, later.id(), later.set());
        }
    }

    /** Returns the id of the later import that superseded this one. Empty if there is none. */
    public Optional<UUID> supersededBy(UUID id) {
        return sql
                .list("SELECT superseded_by FROM import WHERE id = ?", row -> row.getObject(1, UUID.class), id)
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Lets a held import run, however many facts it retracts. The import keeps its place in the queue, before later
     * imports. Every unit is decided again, because its facts may have changed.
     */
    public void release(UUID id) {
        sql.update("DELETE FROM import_unit WHERE import = ?", id);
        deletePlannedOutcomes(id);
        sql.update("""
                UPDATE import
                SET status = 'running', allow_retractions = true, counts = false, finished_at = NULL,
                    held_retracted = NULL, held_moved = NULL, held_of = NULL
                WHERE id = ? AND status = 'held'
                """, id);
    }

    /** Ends a held import without recording anything. */
    public void discard(UUID id) {
        sql.update("DELETE FROM import_rows WHERE import = ?", id);
        sql.update("DELETE FROM import_rejected_rows WHERE import = ?", id);
        deletePlannedOutcomes(id);
        sql.update("""
                UPDATE import
                SET status = 'undone', finished_at = clock_timestamp(),
                    held_retracted = NULL, held_moved = NULL, held_of = NULL
                WHERE id = ? AND status = 'held'
                """, id);
    }

    /** Deletes what the report of a held import says about a release. */
    private void deletePlannedOutcomes(UUID id) {
        sql.update("""
                DELETE FROM import_outcome USING import
                WHERE import_outcome.import = import.id AND import.id = ? AND import.status = 'held'
                  AND import_outcome.outcome IN ('corrected', 'retracted')
                """, id);
    }
}
