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

SELECT c.set_id, c.covers FROM set_coverages_at($1) c;

SELECT parent.id AS parent, page.*
FROM (SELECT given.id COLLATE "C" AS id FROM unnest($1::text[]) given (id)) parent
CROSS JOIN LATERAL (
    SELECT row_number() OVER () AS place, item.* FROM (
        SELECT s.*, s.start_earliest::text AS earliest, s.start_latest::text AS latest
        FROM held_spans_on($2, $3) s
        WHERE s.party = parent.id
        AND ($4::text[] IS NULL OR s.organization = ANY ($5))
        AND ($6::text[] IS NULL OR s.status = ANY ($7))
        AND (s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened)
            > ($8::date, $9::date, $10, $11, $12, $13)
        ORDER BY s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened LIMIT $14
    ) item
) page
ORDER BY parent.id, page.place;

