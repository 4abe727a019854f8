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

SELECT c.fact, c.id, c.about, c.said, c.organizations, c.parties, related.facts, related.told,
       (SELECT f.sources FROM facts_at($1) f WHERE f.kind = c.fact AND f.id = c.id) AS sources
FROM clues_at($2) c
CROSS JOIN LATERAL related_facts(c.finding, c.id, c.about, c.said, c.start_earliest, $3) related
WHERE c.finding = $4 AND (c.fact, c.id, c.about) > ($5, $6, $7)
AND (NOT $8 OR c.start_earliest <= $9 AND c.end_latest > $10)
ORDER BY c.fact, c.id, c.about LIMIT $11;

