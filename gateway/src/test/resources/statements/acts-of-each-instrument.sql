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
        SELECT f.* FROM facts_at($2) f
        WHERE f.kind = 'act' AND f.statement ->> 'instrument' = parent.id AND f.retracted IS NULL
        AND (f.party, f.id) > ($3, $4)
        AND ($5::text IS NULL OR f.party = $6)
        AND ($7::text[] IS NULL OR f.statement ->> 'act' = ANY ($8))
        ORDER BY f.party, f.id LIMIT $9
    ) item
) page
ORDER BY parent.id, page.place;

