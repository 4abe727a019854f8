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

WITH chosen AS MATERIALIZED (SELECT e.id, e.kind, e.organizations, e.start_earliest, e.start_latest,
       e.days, e.strength_least, e.strength_most
FROM exercises_at($1) e
WHERE e.stands
AND e.start_earliest <= coalesce($2::date, 'infinity')
AND e.end_latest >= coalesce($3::date, '-infinity')
AND coalesce((NOT $4 OR e.start_earliest <= $5 AND e.end_latest >= $6)
AND ($7::text[] IS NULL OR e.kind = ANY ($8))
AND ($9::text[] IS NULL OR e.status = ANY ($10))
AND ($11::text IS NULL OR e.series ILIKE $12)
AND ($13::text[] IS NULL OR e.organizations && $14)
AND ($15::bigint IS NULL OR e.strength_most >= $16)
AND ($17::text IS NULL AND $18::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($19) p
    WHERE p.exercise = e.id AND ($20::text[] IS NULL OR p.role = ANY ($21))
    AND ($22::text IS NULL OR p.kind = 'party' AND p.party = $23
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $24) s
            WHERE s.organization = p.party AND s.party = $25))))
AND ($26::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $27 || '%' OR p.place ->> 'country' = $28))
AND ($29::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $30 AND $31
    AND CASE WHEN $32 <= $33 THEN at.lon BETWEEN $34 AND $35
        ELSE at.lon >= $36 OR at.lon <= $37 END)), false))
SELECT g."year", count(*) FILTER (WHERE NOT g.possible) AS exercises,
count(*) FILTER (WHERE g.possible) AS possible,
sum(g.days) FILTER (WHERE NOT g.possible)::bigint AS days,
count(*) FILTER (WHERE NOT g.possible AND g.days IS NULL) AS without_days,
sum(g.least) FILTER (WHERE NOT g.possible)::bigint AS least,
sum(g.most) FILTER (WHERE NOT g.possible)::bigint AS most,
count(*) FILTER (WHERE NOT g.possible AND g.most IS NULL) AS without_strength
FROM (SELECT y.year, y.year::text AS key, c.first_year <> c.last_year AS possible,
       c.days, c.strength_least AS least, c.strength_most AS most
FROM (SELECT c.*, extract(year FROM c.start_earliest) AS first_year, extract(year FROM c.start_latest) AS last_year
      FROM chosen c) c
CROSS JOIN LATERAL years_between(c.start_earliest, c.start_latest) y (year)
WHERE y.year > $38::int
) g
GROUP BY g."year" ORDER BY g."year" LIMIT $39;

