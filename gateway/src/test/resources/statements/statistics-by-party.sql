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

WITH merged AS MATERIALIZED (
    SELECT m.root, array_agg(m.id ORDER BY m.id) AS ids FROM merged_exercises_at($1) m GROUP BY m.root), chosen AS MATERIALIZED (SELECT e.id, ARRAY[e.id] || coalesce(m.ids, '{}') AS records, e.kind, e.organizations, e.start_earliest,
       e.start_latest, e.days, e.strength_least, e.strength_most
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
    SELECT FROM participations_at($21) p
    WHERE p.exercise = e.id AND ($22::text[] IS NULL OR p.role = ANY ($23))
    AND ($24::text IS NULL OR p.kind = 'party' AND p.party = $25
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $26) s
            WHERE s.organization = p.party AND s.party = $27))))
AND ($28::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $29 || '%' OR p.place ->> 'country' = $30
    OR p.place -> 'countries' @> to_jsonb($31::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $32 || '%')
    OR (p.place ->> 'online')::boolean AND lower($33) = 'online'))
AND ($34::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $35 AND $36
    AND CASE WHEN $37 <= $38 THEN at.lon BETWEEN $39 AND $40
        ELSE at.lon >= $41 OR at.lon <= $42 END)), false) OR e.id IN (
SELECT m.root FROM merged_exercises_at($43) m JOIN exercises_at($44) r ON r.id = m.id
WHERE r.stands AND coalesce(($45::text IS NULL OR r.series ILIKE $46)
AND ($47::text[] IS NULL OR r.organizations && $48)
AND ($49::bigint IS NULL OR r.strength_most >= $50)
AND ($51::text IS NULL AND $52::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($53) p
    WHERE p.exercise = r.id AND ($54::text[] IS NULL OR p.role = ANY ($55))
    AND ($56::text IS NULL OR p.kind = 'party' AND p.party = $57
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $58) s
            WHERE s.organization = p.party AND s.party = $59))))
AND ($60::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $61 || '%' OR p.place ->> 'country' = $62
    OR p.place -> 'countries' @> to_jsonb($63::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $64 || '%')
    OR (p.place ->> 'online')::boolean AND lower($65) = 'online'))
AND ($66::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $67 AND $68
    AND CASE WHEN $69 <= $70 THEN at.lon BETWEEN $71 AND $72
        ELSE at.lon >= $73 OR at.lon <= $74 END)), false))))
SELECT g."party", count(*) FILTER (WHERE NOT g.possible) AS exercises,
count(*) FILTER (WHERE g.possible) AS possible,
sum(g.days) FILTER (WHERE NOT g.possible)::bigint AS days,
count(*) FILTER (WHERE NOT g.possible AND g.days IS NULL) AS without_days,
sum(g.least) FILTER (WHERE NOT g.possible)::bigint AS least,
sum(g.most) FILTER (WHERE NOT g.possible)::bigint AS most,
count(*) FILTER (WHERE NOT g.possible AND g.most IS NULL) AS without_strength
FROM (SELECT t.party, NOT t.certain AS possible, t.days, t.least, t.most
FROM (
    SELECT c.id, p.party, bool_or(p.certain) AS certain, min(c.days) AS days,
           sum(p.strength_least)::bigint AS least, sum(p.strength_most)::bigint AS most
    FROM chosen c CROSS JOIN LATERAL participants_of(c.records, $75) p
    WHERE ($76::text[] IS NULL OR p.role = ANY ($77))
    GROUP BY c.id, p.party
) t
WHERE t.party > $78
) g
GROUP BY g."party" ORDER BY g."party" LIMIT $79;

