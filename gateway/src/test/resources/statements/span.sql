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

SELECT s.organization, s.party, s.aspect, s.status, s.opened, s.closed,
       s.start_edtf, s.start_earliest, s.start_latest, s.start_uncertain,
       s.end_edtf, s.end_earliest, s.end_latest, s.end_uncertain,
       d.edtf, d.earliest, d.latest, d.uncertain, coalesce(d.after_party, false),
       s.founding, s.disputed, s.sources, s.stated, s.recorded_from, s.recorded_to
FROM (
    SELECT *, seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > $1 AS stated
    FROM span
    WHERE organization = $2 AND party = $3 AND opened = $4
    AND seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= $5
    ORDER BY stated DESC, seq_from DESC LIMIT 1
) s
LEFT JOIN LATERAL dissolution_of_span(s.organization, s.party, s.start_earliest, $6) d ON true;

