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
    SELECT m.root, array_agg(m.id ORDER BY m.id) AS ids FROM merged_exercises_at($1) m GROUP BY m.root), chosen AS MATERIALIZED (SELECT e.id, m.ids AS merged, e.start_uncertain, e.days, e.strength_least, e.strength_most,
       CASE WHEN isfinite(e.start_earliest) THEN date_part('year', e.start_earliest)::int END AS first_year,
       CASE WHEN isfinite(e.start_latest) THEN date_part('year', e.start_latest)::int END AS last_year
FROM standing_exercises_at($2) e LEFT JOIN merged m ON m.root = e.id
WHERE e.start_earliest <= coalesce($3::date, 'infinity')
AND e.end_latest >= coalesce($4::date, '-infinity')
AND ($5 OR coalesce((NOT $6 OR e.start_earliest <= $7 AND e.end_latest >= $8)
AND ($9::text[] IS NULL OR e.kind = ANY ($10))
AND ($11::text[] IS NULL OR status_on(e.statuses, e.status_since, $12) = ANY ($13)), false)
AND (coalesce(($14::text IS NULL OR e.series ILIKE $15) AND ($16::text[] IS NULL OR e.organizations && $17) AND ($18::bigint IS NULL OR e.strength_most >= $19) AND ($20::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $21 || '%' OR p.place ->> 'country' = $22
    OR p.place -> 'countries' @> to_jsonb($23::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $24 || '%')
    OR (p.place ->> 'online')::boolean AND lower($25) = 'online')) AND ($26::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $27 AND $28
    AND CASE WHEN $29 <= $30 THEN at.lon BETWEEN $31 AND $32
        ELSE at.lon >= $33 OR at.lon <= $34 END)) AND ($35::text IS NULL AND $36::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($37) p WHERE p.exercise = e.id AND ($38::text[] IS NULL OR p.role = ANY ($39))
    AND (NOT $40 OR p.start_earliest <= $41 AND p.end_latest >= $42)
    AND ($43::text IS NULL OR p.kind = 'party' AND p.party = $44
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $45) s
            WHERE s.organization = p.party AND s.party = $46)))), false) OR e.id IN (
SELECT r.root FROM (
    SELECT m.root, r.series, r.organizations, r.strength_most, r.statement
    FROM merged_exercises_at($47) m JOIN exercises_at($48) r ON r.id = m.id WHERE r.stands
    UNION ALL
    SELECT s.id, s.series, s.organizations, s.strength_most, s.statement
    FROM standing_exercises_at($49) s
    WHERE s.id = ANY (ARRAY (SELECT m.root FROM merged_exercises_at($50) m))) r
GROUP BY r.root HAVING bool_or(($51::text IS NULL OR r.series ILIKE $52)) AND bool_or(($53::text[] IS NULL OR r.organizations && $54)) AND bool_or(($55::bigint IS NULL OR r.strength_most >= $56)) AND bool_or(($57::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $58 || '%' OR p.place ->> 'country' = $59
    OR p.place -> 'countries' @> to_jsonb($60::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $61 || '%')
    OR (p.place ->> 'online')::boolean AND lower($62) = 'online'))) AND bool_or(($63::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $64 AND $65
    AND CASE WHEN $66 <= $67 THEN at.lon BETWEEN $68 AND $69
        ELSE at.lon >= $70 OR at.lon <= $71 END))) AND ($72::text IS NULL AND $73::text[] IS NULL OR EXISTS (
    SELECT FROM (SELECT exercise_records(r.root, $74)) all_of (ids) CROSS JOIN LATERAL (
        SELECT p.*, rank() OVER (
            PARTITION BY p.party, p.role, p.kind ORDER BY array_position(all_of.ids, p.exercise)) AS place
        FROM participations_at($75) p WHERE p.exercise = ANY (all_of.ids)) p
    WHERE p.place = 1 AND ($76::text[] IS NULL OR p.role = ANY ($77))
    AND (NOT $78 OR p.start_earliest <= $79 AND p.end_latest >= $80)
    AND ($81::text IS NULL OR p.kind = 'party' AND p.party = $82
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $83) s
            WHERE s.organization = p.party AND s.party = $84)))))))),
total AS MATERIALIZED (SELECT count(*) AS total_exercises, 0 AS total_possible, sum(c.days) AS total_days,
       count(*) FILTER (WHERE c.days IS NULL) AS total_without_days,
       sum(c.strength_least) AS total_least, sum(c.strength_most) AS total_most,
       count(*) FILTER (WHERE c.strength_most IS NULL) AS total_without_strength,
       count(*) FILTER (WHERE (c.first_year = c.last_year AND NOT c.start_uncertain) IS NOT TRUE) AS total_without_certain_year
FROM chosen c)
SELECT g.*, total.*
FROM (
    SELECT g."party", count(*) FILTER (WHERE NOT g.possible) AS exercises,
count(*) FILTER (WHERE g.possible) AS possible,
sum(g.days) FILTER (WHERE NOT g.possible)::bigint AS days,
count(*) FILTER (WHERE NOT g.possible AND g.days IS NULL) AS without_days,
sum(g.least) FILTER (WHERE NOT g.possible)::bigint AS least,
sum(g.most) FILTER (WHERE NOT g.possible)::bigint AS most,
count(*) FILTER (WHERE NOT g.possible AND g.most IS NULL) AS without_strength
    FROM (SELECT t.party, NOT t.certain AS possible, t.days, t.least, t.most
FROM (
SELECT p.id, p.party, bool_or(p.certain) AS certain, min(p.days) AS days,
       sum(p.strength_least)::bigint AS least, sum(p.strength_most)::bigint AS most
FROM (
    SELECT c.id, c.days, p.party, p.role, true AS certain, p.start_earliest, p.end_latest,
           p.strength_least, p.strength_most
    FROM chosen c CROSS JOIN LATERAL (
        SELECT * FROM participations_at($85) p WHERE p.exercise = c.id OFFSET 0) p
    WHERE c.merged IS NULL
    AND c.id NOT IN (SELECT m.exercise FROM participations_at($86) m WHERE m.kind = 'members-of')
    UNION ALL
    SELECT c.id, c.days, p.party, p.role, p.certain, p.start_earliest, p.end_latest,
           p.strength_least, p.strength_most
    FROM chosen c CROSS JOIN LATERAL participants_of(c.id || c.merged, $87) p
    WHERE c.merged IS NOT NULL
    OR c.id IN (SELECT m.exercise FROM participations_at($88) m WHERE m.kind = 'members-of')
) p
WHERE ($89::text[] IS NULL OR p.role = ANY ($90))
AND (NOT $91 OR p.start_earliest <= $92 AND p.end_latest >= $93)
GROUP BY p.id, p.party
) t
WHERE t.party > $94
) g
    GROUP BY g."party" ORDER BY g."party" LIMIT $95
) g CROSS JOIN total
ORDER BY g."party";

