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

SELECT coalesce((SELECT c.epoch FROM change c WHERE c.seq >= $1 AND c.seq <= $2 ORDER BY c.seq LIMIT 1),
                h.epoch) = $3 AS known, EXISTS (
    SELECT FROM change_key k WHERE k.key = ANY ($4) AND k.block >= $5
    AND (k.block > $6 OR bit_count(substring(k.seqs FROM $7)) > 0)) AS changed
FROM change_head h;

