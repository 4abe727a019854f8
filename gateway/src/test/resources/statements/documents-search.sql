BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;

SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true);

SELECT served.epoch, served.seq, recorded.epoch AS recorded_epoch, recorded.seq AS recorded_seq,
       (SELECT coalesce(c.epoch, h.epoch) FROM change_head h LEFT JOIN change c ON c.seq = $1::bigint
        WHERE h.seq >= $2::bigint) AS position_epoch,
       set_config('depositary.seq', coalesce($3::bigint, served.seq)::text, true)
FROM served_position() served LEFT JOIN LATERAL (
    SELECT c.epoch, c.seq FROM change c
    WHERE c.latest <= $4::timestamptz AND c.seq <= coalesce($5::bigint, served.seq)
    ORDER BY c.latest DESC, c.seq DESC LIMIT 1
) recorded ON true;

WITH search AS MATERIALIZED (SELECT search_query($1) AS query),
found (document, rank) AS (
    SELECT p.document, ts_rank(p.words, search.query)
    FROM search CROSS JOIN passage p
    WHERE p.words @@ search.query AND EXISTS (
        SELECT FROM document now
        WHERE now.id = p.document AND now.seq_to = 9223372036854775807
        AND now.taken_down IS NULL AND ($2 OR now.rights = 'public'))
    UNION ALL
    SELECT d.id, 1 FROM search CROSS JOIN documents_at($3) d WHERE d.words @@ search.query
),
ranked AS (SELECT document, max(rank)::numeric(12, 9) AS rank FROM found GROUP BY document)
SELECT d.*, ranked.rank FROM ranked JOIN documents_at($4) d ON d.id = ranked.document
WHERE (-ranked.rank, d.id) > (-$5::numeric, $6)
AND ($7::text[] IS NULL OR d.language = ANY ($8))
AND ($9::text[] IS NULL OR d.type = ANY ($10))
AND ($11::text[] IS NULL OR d.status = ANY ($12))
AND ($13::date IS NULL OR d.date_latest >= $14)
AND ($15::date IS NULL OR d.date_earliest <= $16)
ORDER BY ranked.rank DESC, d.id LIMIT $17;

