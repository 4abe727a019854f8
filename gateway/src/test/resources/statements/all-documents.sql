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

SELECT d.* FROM documents_at($1) d WHERE d.id > $2 ORDER BY d.id LIMIT $3;

