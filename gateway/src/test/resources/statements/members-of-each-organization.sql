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
        SELECT s.* FROM held_spans_on($2, $3) s
        WHERE s.aspect = 'status' AND s.organization = parent.id
        AND (s.organization, s.party, s.opened) > ($4, $5, $6)
        AND coalesce(($7::text IS NULL OR s.party = $8)
        AND ($9::text[] IS NULL OR s.status = ANY ($10) OR $11 && ARRAY(
            SELECT c.status FROM held_spans_on($12, $13) c
            WHERE c.aspect = 'candidacy' AND c.organization = s.organization AND c.party = s.party)), false)
        ORDER BY s.organization, s.party, s.opened LIMIT $14
    ) item
) page
ORDER BY parent.id, page.place;

SELECT parent.id AS parent, page.*
FROM (SELECT given.id COLLATE "C" AS id FROM unnest($1::text[]) given (id)) parent
CROSS JOIN LATERAL (
    SELECT row_number() OVER () AS place, item.* FROM (
        SELECT c.*, s.statuses = '{none}' AS alone
        FROM candidacies_on($2, $3, $4) c
        CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(k.status), '{none}') AS statuses FROM held_spans_on($5, $6) k
            WHERE k.aspect = 'status' AND k.organization = c.organization AND k.party = c.party
        ) s
        WHERE c.organization = parent.id
        AND ($7::text IS NULL OR c.party = $8)
        AND (c.organization, c.party) >= ($9, $10)
        AND ($11::text[] IS NULL OR c.status = ANY ($12) OR s.statuses && $13)
        ORDER BY c.organization, c.party LIMIT $14
    ) item
) page
ORDER BY parent.id, page.place;

SELECT o.id, o.statement, o.changes FROM organizations_at($1) o WHERE o.id = ANY ($2);

