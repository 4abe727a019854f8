package org.depositary.membership.imports.job;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Imports that would take back much of what their set states: held, released, discarded or superseded. */
public record HeldImports(ImportSql sql) {

    /** Until the transaction ends, nobody else releases, discards or supersedes a held import of the set. */
    void lock(String set) {
        sql.list("SELECT id FROM import WHERE set_id = ? AND status = 'held' FOR UPDATE", row -> true, set);
    }

    /** Once all of its units are counted, the import is held, or goes on. False while some are not. */
    public boolean endCountingIfDone(ImportJob asked) {
        var impact = impact(asked.id());
        int stated = stated(asked.set());
        int ended = impact.isHeld(stated) ? hold(asked.id(), impact, stated) : goOn(asked.id());
        return ended == 1;
    }

    private int hold(UUID id, ImportImpact impact, int stated) {
        return sql.update("""
                    UPDATE import SET status = 'held', planned = false, finished_at = clock_timestamp(),
                                      held_retracted = ?, held_moved = ?, held_of = ?
                    WHERE id = ? AND status = 'counting' AND planned
                      AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT counted)
                    """, impact.retracted(), impact.moved(), stated, id);
    }

    private int goOn(UUID id) {
        return sql.update("""
                UPDATE import SET status = 'running'
                WHERE id = ? AND status = 'counting' AND planned
                  AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT counted)
                """, id);
    }

    /** Notes of a dry run, once all of its units are done, that the import would be held. */
    public void noteIfDone(ImportJob dryRun) {
        var impact = impact(dryRun.id());
        int stated = stated(dryRun.set());
        if (!dryRun.allowRetractions() && impact.isHeld(stated)) {
            sql.update("""
                    UPDATE import SET held_retracted = ?, held_moved = ?, held_of = ?
                    WHERE id = ? AND status = 'running' AND planned
                      AND NOT EXISTS (SELECT FROM import_unit WHERE import = import.id AND NOT done)
                    """, impact.retracted(), impact.moved(), stated, dryRun.id());
        }
    }

    private ImportImpact impact(UUID id) {
        return sql.first(
                        "SELECT coalesce(sum(to_retract), 0), coalesce(sum(to_move), 0) FROM import_unit WHERE import = ?",
                        row -> new ImportImpact(row.getInt(1), row.getInt(2)),
                        id)
                .orElse(ImportImpact.NONE);
    }

    private int stated(String set) {
        return sql.first("SELECT count(*) FROM set_fact WHERE set_id = ?", row -> row.getInt(1), set)
                .orElseThrow();
    }

    /** A later import of the set has begun: what was held can only be discarded now. */
    void supersede(ImportJob later) {
        if (!later.dryRun()) {
            sql.update("""
                WITH superseded AS (
                    UPDATE import SET superseded_by = ?
                    WHERE set_id = ? AND status = 'held' AND superseded_by IS NULL
                    RETURNING id),
                rejected AS (
                    DELETE FROM import_rejected_rows USING superseded WHERE import_rejected_rows.import = superseded.id)
                DELETE FROM import_rows USING superseded WHERE import_rows.import = superseded.id
                """, later.id(), later.set());
        }
    }

    /** The later import of the set that has begun since this one was held. */
    public Optional<UUID> supersededBy(UUID id) {
        return sql
                .list("SELECT superseded_by FROM import WHERE id = ?", row -> row.getObject(1, UUID.class), id)
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Lets a held import go on, whatever it takes back, in its old turn: before later ones. It is decided afresh. */
    public void release(UUID id) {
        sql.update("DELETE FROM import_unit WHERE import = ?", id);
        sql.update("""
            UPDATE import
            SET status = 'running', allow_retractions = true, counts = false, finished_at = NULL,
                held_retracted = NULL, held_moved = NULL, held_of = NULL
            WHERE id = ? AND status = 'held'
            """, id);
    }

    /** Nothing will come of a held import. */
    public void discard(UUID id) {
        sql.update("DELETE FROM import_rows WHERE import = ?", id);
        sql.update("DELETE FROM import_rejected_rows WHERE import = ?", id);
        sql.update("""
            UPDATE import
            SET status = 'undone', finished_at = clock_timestamp(),
                held_retracted = NULL, held_moved = NULL, held_of = NULL
            WHERE id = ? AND status = 'held'
            """, id);
    }
}
