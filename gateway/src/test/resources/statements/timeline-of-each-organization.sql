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
        SELECT s.organization, s.party, s.aspect, s.status, s.opened, s.closed,
               s.start_edtf, s.start_earliest, s.start_latest, s.start_uncertain,
               s.end_edtf, s.end_earliest, s.end_latest, s.end_uncertain,
               d.edtf, d.earliest AS dissolved_earliest, d.latest AS dissolved_latest, d.uncertain, coalesce(d.after_party, false),
               s.founding, s.disputed, s.sources, s.start_earliest::text AS earliest, s.start_latest::text AS latest
        FROM (
            SELECT * FROM spans_at($2) s
            WHERE s.organization = parent.id
            AND ($3::text IS NULL OR s.party = $4)
            AND ($5::text[] IS NULL OR s.status = ANY ($6))
            AND (s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened)
                > ($7::date, $8::date, $9, $10, $11, $12)
            ORDER BY s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened LIMIT $13
        ) s
        LEFT JOIN LATERAL dissolution_of_span(s.organization, s.party, s.start_earliest, $14) d ON true
        ORDER BY s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened
    ) item
) page
ORDER BY parent.id, page.place;

