BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;

SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true);

SELECT served.epoch, served.seq, recorded.epoch AS recorded_epoch, recorded.seq AS recorded_seq,
       (SELECT coalesce(c.epoch, h.epoch) FROM change_head h LEFT JOIN change c ON c.seq = $1::bigint
        WHERE h.seq >= $2::bigint) AS position_epoch,
       NOT EXISTS (SELECT FROM parked_stream) AS complete,
       set_config('depositary.seq', coalesce($3::bigint, served.seq)::text, true)
FROM served_position() served LEFT JOIN LATERAL (
    SELECT c.epoch, c.seq FROM change c
    WHERE c.latest <= $4::timestamptz AND c.seq <= coalesce($5::bigint, served.seq)
    ORDER BY c.latest DESC, c.seq DESC LIMIT 1
) recorded ON true;

SELECT parent.id AS parent, page.*
FROM (SELECT given.id COLLATE "C" AS id FROM unnest($1::text[]) given (id)) parent
CROSS JOIN LATERAL (
    SELECT row_number() OVER () AS place, item.* FROM (
        SELECT s.*, i.names, i.force_edtf, i.force_earliest, i.force_latest, i.force_uncertain,
               i.terminated_edtf, i.terminated_earliest, i.terminated_latest, i.terminated_uncertain,
               k.status, k.binds
        FROM standings_at($2) s
        CROSS JOIN LATERAL instrument_in_force(s.instrument, $3, $4) i
        CROSS JOIN LATERAL (SELECT coalesce(s.in_force_earliest, i.force_earliest) AS earliest) f
        CROSS JOIN LATERAL (
            SELECT status_of_standing(s.standing, f.earliest, $5) AS status,
                   standing_binds(s.standing, i.ratifications, f.earliest, $6) AS binds) k
        WHERE s.party = parent.id AND standing_begins(s.act, s.start_earliest, s.in_force_earliest) <= $7
        AND s.end_latest > $8
        AND (s.instrument, s.opened) > ($9, $10)
        AND ($11::text IS NULL OR s.instrument = $12)
        AND CASE WHEN $13::text[] IS NULL THEN k.binds ELSE k.status = ANY ($14) END
        ORDER BY s.instrument, s.opened LIMIT $15
    ) item
) page
ORDER BY parent.id, page.place;

