package org.depositary.imports.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the status of imports for responses. */
public record ImportStatuses(ImportSql sql) {

    /** The counts of each import are summed by the index of its units, also if the page has many imports. */
    private static final String SELECT = """
            SELECT i.id, i.status, i.set_id, i.format, i.dry_run, i.actor, i.created_at, i.finished_at, i.rows,
                   i.problem, u.accepted, u.known, u.corrected, u.retracted, u.kept,
                   i.rejected + u.rejected AS rejected_rows,
                   u.done + CASE WHEN i.counts THEN u.counted ELSE 0 END AS steps_done,
                   u.units * CASE WHEN i.counts THEN 2 ELSE 1 END AS steps,
                   i.covers, i.held_retracted, i.held_moved, i.held_of, i.superseded_by
            FROM (%s) i
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(accepted), 0) AS accepted,
                       coalesce(sum(known), 0) AS known,
                       coalesce(sum(corrected), 0) AS corrected,
                       coalesce(sum(retracted), 0) AS retracted,
                       coalesce(sum(kept), 0) AS kept,
                       coalesce(sum(rejected), 0) AS rejected,
                       count(*) FILTER (WHERE done) AS done,
                       count(*) FILTER (WHERE counted) AS counted,
                       count(*) AS units
                FROM import_unit
                WHERE import_unit.import = i.id) u
            ORDER BY i.id DESC
            """;

    /** Returns the status of the import. Empty if no import has this id. */
    public Optional<ImportStatusResponse> find(UUID id) {
        return sql.first(SELECT.formatted("SELECT * FROM import WHERE id = ?"), ImportStatusResponse::read, id);
    }

    /**
     * Returns the selected imports, the newest first. Their ids are in the order of time.
     *
     * @param after the id of the last import of the previous page; empty for the first page
     */
    public List<ImportStatusResponse> list(ImportFilter filter, Optional<UUID> after, int limit) {
        var parameters = new ArrayList<Object>(filter.parameters());
        after.ifPresent(parameters::add);
        parameters.add(limit);
        return sql.list(SELECT.formatted(page(filter, after)), ImportStatusResponse::read, parameters.toArray());
    }

    private static String page(ImportFilter filter, Optional<UUID> after) {
        return "SELECT * FROM import WHERE %s%s ORDER BY %s LIMIT ?"
                .formatted(filter.condition(), after.map(id -> " AND id < ?").orElse(""), filter.order());
    }
}
