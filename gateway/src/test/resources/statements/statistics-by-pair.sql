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

WITH merged AS MATERIALIZED (
    SELECT m.root, array_agg(m.id ORDER BY m.id) AS ids FROM merged_exercises_at($1) m GROUP BY m.root), chosen AS MATERIALIZED (SELECT e.id, m.ids AS merged, e.kind, e.organizations, e.start_earliest, e.start_latest,
       e.start_uncertain, e.days, e.strength_least, e.strength_most,
       CASE WHEN isfinite(e.start_earliest) THEN date_part('year', e.start_earliest)::int END AS first_year,
       CASE WHEN isfinite(e.start_latest) THEN date_part('year', e.start_latest)::int END AS last_year
FROM standing_exercises_at($2) e LEFT JOIN merged m ON m.root = e.id
WHERE e.start_earliest <= coalesce($3::date, 'infinity')
AND e.end_latest >= coalesce($4::date, '-infinity')
AND coalesce((NOT $5 OR e.start_earliest <= $6 AND e.end_latest >= $7)
AND ($8::text[] IS NULL OR e.kind = ANY ($9))
AND ($10::text[] IS NULL OR status_on(e.statuses, e.status_since, $11) = ANY ($12)), false)
AND (coalesce(($13::text IS NULL OR e.series ILIKE $14)
AND ($15::text[] IS NULL OR e.organizations && $16)
AND ($17::bigint IS NULL OR e.strength_most >= $18)
AND ($19::text IS NULL AND $20::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($21) p WHERE p.exercise = e.id AND ($22::text[] IS NULL OR p.role = ANY ($23))
    AND (NOT $24 OR p.start_earliest <= $25 AND p.end_latest >= $26)
    AND ($27::text IS NULL OR p.kind = 'party' AND p.party = $28
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $29) s
            WHERE s.organization = p.party AND s.party = $30))))
AND ($31::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $32 || '%' OR p.place ->> 'country' = $33
    OR p.place -> 'countries' @> to_jsonb($34::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $35 || '%')
    OR (p.place ->> 'online')::boolean AND lower($36) = 'online'))
AND ($37::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $38 AND $39
    AND CASE WHEN $40 <= $41 THEN at.lon BETWEEN $42 AND $43
        ELSE at.lon >= $44 OR at.lon <= $45 END)), false) OR e.id IN (
SELECT m.root FROM merged_exercises_at($46) m JOIN exercises_at($47) r ON r.id = m.id
WHERE r.stands AND coalesce(($48::text IS NULL OR r.series ILIKE $49)
AND ($50::text[] IS NULL OR r.organizations && $51)
AND ($52::bigint IS NULL OR r.strength_most >= $53)
AND ($54::text IS NULL AND $55::text[] IS NULL OR EXISTS (
    SELECT FROM (SELECT exercise_records(m.root, $56)) all_of (ids) CROSS JOIN LATERAL (
        SELECT p.*, rank() OVER (
            PARTITION BY p.party, p.role, p.kind ORDER BY array_position(all_of.ids, p.exercise)) AS place
        FROM participations_at($57) p WHERE p.exercise = ANY (all_of.ids)) p
    WHERE p.place = 1 AND ($58::text[] IS NULL OR p.role = ANY ($59))
    AND (NOT $60 OR p.start_earliest <= $61 AND p.end_latest >= $62)
    AND ($63::text IS NULL OR p.kind = 'party' AND p.party = $64
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $65) s
            WHERE s.organization = p.party AND s.party = $66))))
AND ($67::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $68 || '%' OR p.place ->> 'country' = $69
    OR p.place -> 'countries' @> to_jsonb($70::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $71 || '%')
    OR (p.place ->> 'online')::boolean AND lower($72) = 'online'))
AND ($73::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $74 AND $75
    AND CASE WHEN $76 <= $77 THEN at.lon BETWEEN $78 AND $79
        ELSE at.lon >= $80 OR at.lon <= $81 END)), false)))),
total AS (SELECT count(*) AS total_exercises, 0 AS total_possible, sum(c.days) AS total_days,
       count(*) FILTER (WHERE c.days IS NULL) AS total_without_days,
       sum(c.strength_least) AS total_least, sum(c.strength_most) AS total_most,
       count(*) FILTER (WHERE c.strength_most IS NULL) AS total_without_strength,
       count(*) FILTER (WHERE (c.first_year = c.last_year AND NOT c.start_uncertain) IS NOT TRUE)
           AS total_without_certain_year
FROM chosen c)
SELECT g.*, total.*
FROM (
    SELECT g."party", g."with", count(*) FILTER (WHERE NOT g.possible) AS exercises,
count(*) FILTER (WHERE g.possible) AS possible,
sum(g.days) FILTER (WHERE NOT g.possible)::bigint AS days,
count(*) FILTER (WHERE NOT g.possible AND g.days IS NULL) AS without_days,
sum(g.least) FILTER (WHERE NOT g.possible)::bigint AS least,
sum(g.most) FILTER (WHERE NOT g.possible)::bigint AS most,
count(*) FILTER (WHERE NOT g.possible AND g.most IS NULL) AS without_strength
    FROM (SELECT p.parties[p.a] AS party, p.parties[p.b] AS with, NOT (p.certain[p.a] AND p.certain[p.b]) AS possible,
       p.days,
       CASE WHEN p.least[p.a] IS NULL THEN p.least[p.b]
           ELSE p.least[p.a] + coalesce(p.least[p.b], 0) END AS least,
       CASE WHEN p.most[p.a] IS NULL THEN p.most[p.b]
           ELSE p.most[p.a] + coalesce(p.most[p.b], 0) END AS most
FROM (
    SELECT e.*, generate_series(e.a + 1, cardinality(e.parties)) AS b
    FROM (
        SELECT t.id, min(t.days) AS days, array_agg(t.party ORDER BY t.party) AS parties,
               array_agg(t.certain ORDER BY t.party) AS certain, array_agg(t.least ORDER BY t.party) AS least,
               array_agg(t.most ORDER BY t.party) AS most,
               generate_series(1, count(*)::int - 1) AS a
        FROM (
SELECT p.id, p.party, bool_or(p.certain) AS certain, min(p.days) AS days,
       sum(p.strength_least)::bigint AS least, sum(p.strength_most)::bigint AS most
FROM (
    SELECT c.id, c.days, p.party, p.role, true AS certain, p.start_earliest, p.end_latest,
           p.strength_least, p.strength_most
    FROM chosen c CROSS JOIN LATERAL (
        SELECT * FROM participations_at($82) p WHERE p.exercise = c.id OFFSET 0) p
    WHERE c.merged IS NULL
    AND c.id NOT IN (SELECT m.exercise FROM participations_at($83) m WHERE m.kind = 'members-of')
    UNION ALL
    SELECT c.id, c.days, p.party, p.role, p.certain, p.start_earliest, p.end_latest,
           p.strength_least, p.strength_most
    FROM chosen c CROSS JOIN LATERAL participants_of(c.id || c.merged, $84) p
    WHERE c.merged IS NOT NULL
    OR c.id IN (SELECT m.exercise FROM participations_at($85) m WHERE m.kind = 'members-of')
) p
WHERE ($86::text[] IS NULL OR p.role = ANY ($87))
AND (NOT $88 OR p.start_earliest <= $89 AND p.end_latest >= $90)
GROUP BY p.id, p.party
) t
        GROUP BY t.id
    ) e
) p
WHERE (p.parties[p.a], p.parties[p.b]) > ($91, $92)
AND ($93::text IS NULL OR $94 IN (p.parties[p.a], p.parties[p.b]))
) g
    GROUP BY g."party", g."with" ORDER BY g."party", g."with" LIMIT $95
) g CROSS JOIN total
ORDER BY g."party", g."with";

