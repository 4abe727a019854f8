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

WITH chosen AS MATERIALIZED (SELECT c.first_year, c.last_year, c.start_uncertain, count(*) AS exercises, sum(c.days)::bigint AS days,
       count(*) FILTER (WHERE c.days IS NULL) AS without_days,
       sum(c.strength_least)::bigint AS least, sum(c.strength_most)::bigint AS most,
       count(*) FILTER (WHERE c.strength_most IS NULL) AS without_strength,
       count(*) FILTER (WHERE (c.first_year = c.last_year AND NOT c.start_uncertain) IS NOT TRUE) AS without_certain_year
FROM (SELECT e.kind, e.organizations, e.start_uncertain, e.days, e.strength_least, e.strength_most,
       CASE WHEN isfinite(e.start_earliest) THEN date_part('year', e.start_earliest)::int END AS first_year,
       CASE WHEN isfinite(e.start_latest) THEN date_part('year', e.start_latest)::int END AS last_year
FROM standing_exercises_at($1) e 
WHERE e.start_earliest <= coalesce($2::date, 'infinity')
AND e.end_latest >= coalesce($3::date, '-infinity')
AND ($4 OR coalesce((NOT $5 OR e.start_earliest <= $6 AND e.end_latest >= $7)
AND ($8::text[] IS NULL OR e.kind = ANY ($9))
AND ($10::text[] IS NULL OR status_on(e.statuses, e.status_since, $11) = ANY ($12)), false)
AND (coalesce(($13::text IS NULL OR e.series ILIKE $14) AND ($15::text[] IS NULL OR e.organizations && $16) AND ($17::bigint IS NULL OR e.strength_most >= $18) AND ($19::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $20 || '%' OR p.place ->> 'country' = $21
    OR p.place -> 'countries' @> to_jsonb($22::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $23 || '%')
    OR (p.place ->> 'online')::boolean AND lower($24) = 'online')) AND ($25::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $26 AND $27
    AND CASE WHEN $28 <= $29 THEN at.lon BETWEEN $30 AND $31
        ELSE at.lon >= $32 OR at.lon <= $33 END)) AND ($34::text IS NULL AND $35::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($36) p WHERE p.exercise = e.id AND ($37::text[] IS NULL OR p.role = ANY ($38))
    AND (NOT $39 OR p.start_earliest <= $40 AND p.end_latest >= $41)
    AND ($42::text IS NULL OR p.kind = 'party' AND p.party = $43
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $44) s
            WHERE s.organization = p.party AND s.party = $45)))), false) OR e.id IN (
SELECT r.root FROM (
    SELECT m.root, r.series, r.organizations, r.strength_most, r.statement
    FROM merged_exercises_at($46) m JOIN exercises_at($47) r ON r.id = m.id WHERE r.stands
    UNION ALL
    SELECT s.id, s.series, s.organizations, s.strength_most, s.statement
    FROM standing_exercises_at($48) s
    WHERE s.id = ANY (ARRAY (SELECT m.root FROM merged_exercises_at($49) m))) r
GROUP BY r.root HAVING bool_or(($50::text IS NULL OR r.series ILIKE $51)) AND bool_or(($52::text[] IS NULL OR r.organizations && $53)) AND bool_or(($54::bigint IS NULL OR r.strength_most >= $55)) AND bool_or(($56::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $57 || '%' OR p.place ->> 'country' = $58
    OR p.place -> 'countries' @> to_jsonb($59::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $60 || '%')
    OR (p.place ->> 'online')::boolean AND lower($61) = 'online'))) AND bool_or(($62::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $63 AND $64
    AND CASE WHEN $65 <= $66 THEN at.lon BETWEEN $67 AND $68
        ELSE at.lon >= $69 OR at.lon <= $70 END))) AND ($71::text IS NULL AND $72::text[] IS NULL OR EXISTS (
    SELECT FROM (SELECT exercise_records(r.root, $73)) all_of (ids) CROSS JOIN LATERAL (
        SELECT p.*, rank() OVER (
            PARTITION BY p.party, p.role, p.kind ORDER BY array_position(all_of.ids, p.exercise)) AS place
        FROM participations_at($74) p WHERE p.exercise = ANY (all_of.ids)) p
    WHERE p.place = 1 AND ($75::text[] IS NULL OR p.role = ANY ($76))
    AND (NOT $77 OR p.start_earliest <= $78 AND p.end_latest >= $79)
    AND ($80::text IS NULL OR p.kind = 'party' AND p.party = $81
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $82) s
            WHERE s.organization = p.party AND s.party = $83)))))))) c
GROUP BY c.first_year, c.last_year, c.start_uncertain),
total AS MATERIALIZED (SELECT coalesce(sum(c.exercises), 0)::bigint AS total_exercises, 0 AS total_possible,
       sum(c.days)::bigint AS total_days, coalesce(sum(c.without_days), 0)::bigint AS total_without_days,
       sum(c.least)::bigint AS total_least, sum(c.most)::bigint AS total_most,
       coalesce(sum(c.without_strength), 0)::bigint AS total_without_strength,
       coalesce(sum(c.without_certain_year), 0)::bigint AS total_without_certain_year
FROM chosen c)
SELECT g.*, total.*
FROM (
    SELECT g."year", coalesce(sum(g.exercises) FILTER (WHERE NOT g.possible), 0)::bigint AS exercises,
coalesce(sum(g.exercises) FILTER (WHERE g.possible), 0)::bigint AS possible,
sum(g.days) FILTER (WHERE NOT g.possible)::bigint AS days,
coalesce(sum(g.without_days) FILTER (WHERE NOT g.possible), 0)::bigint AS without_days,
sum(g.least) FILTER (WHERE NOT g.possible)::bigint AS least,
sum(g.most) FILTER (WHERE NOT g.possible)::bigint AS most,
coalesce(sum(g.without_strength) FILTER (WHERE NOT g.possible), 0)::bigint AS without_strength
    FROM (SELECT y.year, c.start_uncertain OR c.first_year < c.last_year AS possible, c.exercises, c.days, c.without_days,
       c.least, c.most, c.without_strength
FROM chosen c CROSS JOIN LATERAL generate_series(c.first_year, least(c.last_year, c.first_year + 99)) y (year)
WHERE y.year > $84::int
) g
    GROUP BY g."year" ORDER BY g."year" LIMIT $85
) g CROSS JOIN total
ORDER BY g."year";

