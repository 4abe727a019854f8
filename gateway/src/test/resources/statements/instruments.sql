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

SELECT i.*, r.* FROM instruments_at($1) i
LEFT JOIN LATERAL (
    SELECT '' AS rule_edtf, r.earliest AS rule_earliest, r.latest AS rule_latest, r.uncertain AS rule_uncertain
    FROM entry_into_force(i.id, i.ratifications, i.after, $2) r) r ON true
WHERE i.stands AND i.id > $3
AND ($4::text IS NULL OR $5 = ANY (i.organizations))
AND ($6::text IS NULL OR i.type = $7)
AND ($8::text IS NULL OR position($9 IN i.described) > 0)
AND ($10::text IS NULL OR $11 = ANY (i.parties) OR EXISTS (
    SELECT FROM facts_at($12) f
    WHERE f.kind = 'act' AND f.statement ->> 'instrument' = i.id AND f.party = $13
    AND f.retracted IS NULL))
ORDER BY i.id LIMIT $14;

