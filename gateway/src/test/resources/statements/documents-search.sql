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

WITH question AS MATERIALIZED (
    SELECT q.query, array_agg(q.dictionary) AS dictionaries
    FROM (SELECT d.dictionary, search_query(d.dictionary, $1::jsonb) AS query FROM passage_dictionary d) q
    WHERE q.query IS NOT NULL GROUP BY q.query),
short AS MATERIALIZED (SELECT short_text_query($2::jsonb) AS query),
passages (document, rank) AS MATERIALIZED (
    SELECT p.document, max(ts_rank(p.words, q.query, 1))
    FROM question q CROSS JOIN passage p
    WHERE p.words @@ q.query AND p.dictionary = ANY (q.dictionaries)
    GROUP BY p.document),
quotes (document, rank) AS MATERIALIZED (
    SELECT c.document, max(ts_rank(c.words, q.query, 1))
    FROM short q CROSS JOIN cited_quotes_at($3) c WHERE c.words @@ q.query GROUP BY c.document),
found (document, rank) AS (
    SELECT p.document, p.rank FROM passages p WHERE text_may_be_read(p.document, $4)
    UNION ALL
    SELECT c.document, c.rank FROM quotes c WHERE NOT text_may_be_read(c.document, $5)
    UNION ALL
    SELECT d.id, 1 + ts_rank(d.words, q.query, 1)
    FROM short q CROSS JOIN LATERAL (
        SELECT * FROM documents_at($6) d WHERE d.words @@ q.query OFFSET 0) d),
ranked AS (SELECT document, max(rank)::numeric(12, 9) AS rank FROM found GROUP BY document)
SELECT d.*, ranked.rank FROM ranked CROSS JOIN LATERAL (
    SELECT * FROM documents_at($7) d WHERE d.id = ranked.document OFFSET 0) d
WHERE (-ranked.rank, d.id) > (-$8::numeric, $9)
AND coalesce(($10::text[] IS NULL OR lower(d.language) = ANY ($11)
    OR split_part(lower(d.language), '-', 1) = ANY ($12))
AND ($13::text[] IS NULL OR d.type = ANY ($14))
AND ($15::text[] IS NULL OR d.status = ANY ($16))
AND ($17::date IS NULL OR coalesce(d.date_latest, 'infinity') >= $18)
AND ($19::date IS NULL OR coalesce(d.date_earliest, '-infinity') <= $20), false)
ORDER BY ranked.rank DESC, d.id LIMIT $21;

