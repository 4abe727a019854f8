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
    SELECT m.root, array_agg(m.id ORDER BY m.id) AS ids FROM merged_exercises_at($1) m GROUP BY m.root)
SELECT e.id, e.start_earliest::text AS earliest, min(e.name) AS name, min(e.kind) AS kind,
       min(status_on(e.statuses, e.status_since, $2)) AS status, min(e.series) AS series, min(e.statement ->> 'dates') AS dates,
       min(e.organizations) AS organizations, p.party, y.year,
       array_agg(DISTINCT p.role) AS roles,
       coalesce(array_agg(DISTINCT p.members_of) FILTER (WHERE p.members_of IS NOT NULL), '{}') AS members_of,
       bool_or(p.certain AND y.certain) AS certain,
       sum(p.strength_least)::bigint AS strength_least, sum(p.strength_most)::bigint AS strength_most
FROM standing_exercises_at($3) e LEFT JOIN merged m ON m.root = e.id
CROSS JOIN LATERAL participants_of(ARRAY[e.id] || coalesce(m.ids, '{}'), $4) p
CROSS JOIN LATERAL participation_years(
    p.start_earliest, p.start_latest, p.start_uncertain, p.end_earliest, p.end_latest, p.end_uncertain, $5) y
WHERE (e.start_earliest, e.id) >= ($6::date, $7)
AND (e.start_earliest, e.id, p.party, y.year) > ($8::date, $9, $10, $11::int)
AND ($12::text IS NULL OR p.party = $13)
AND ($14::text[] IS NULL OR p.role = ANY ($15))
AND (NOT $16 OR p.start_earliest <= $17 AND p.end_latest >= $18)
AND e.start_earliest <= coalesce($19::date, 'infinity')
AND e.end_latest >= coalesce($20::date, '-infinity')
AND coalesce((NOT $21 OR e.start_earliest <= $22 AND e.end_latest >= $23)
AND ($24::text[] IS NULL OR e.kind = ANY ($25))
AND ($26::text[] IS NULL OR status_on(e.statuses, e.status_since, $27) = ANY ($28)), false)
AND (coalesce(($29::text IS NULL OR e.series ILIKE $30) AND ($31::text[] IS NULL OR e.organizations && $32) AND ($33::bigint IS NULL OR e.strength_most >= $34) AND ($35::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $36 || '%' OR p.place ->> 'country' = $37
    OR p.place -> 'countries' @> to_jsonb($38::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $39 || '%')
    OR (p.place ->> 'online')::boolean AND lower($40) = 'online')) AND ($41::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $42 AND $43
    AND CASE WHEN $44 <= $45 THEN at.lon BETWEEN $46 AND $47
        ELSE at.lon >= $48 OR at.lon <= $49 END)) AND ($50::text IS NULL AND $51::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($52) p WHERE p.exercise = e.id AND ($53::text[] IS NULL OR p.role = ANY ($54))
    AND (NOT $55 OR p.start_earliest <= $56 AND p.end_latest >= $57)
    AND ($58::text IS NULL OR p.kind = 'party' AND p.party = $59
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $60) s
            WHERE s.organization = p.party AND s.party = $61)))), false) OR e.id IN (
SELECT r.root FROM (
    SELECT m.root, r.series, r.organizations, r.strength_most, r.statement
    FROM merged_exercises_at($62) m JOIN exercises_at($63) r ON r.id = m.id WHERE r.stands
    UNION ALL
    SELECT s.id, s.series, s.organizations, s.strength_most, s.statement
    FROM standing_exercises_at($64) s
    WHERE s.id = ANY (ARRAY (SELECT m.root FROM merged_exercises_at($65) m))) r
GROUP BY r.root HAVING bool_or(($66::text IS NULL OR r.series ILIKE $67)) AND bool_or(($68::text[] IS NULL OR r.organizations && $69)) AND bool_or(($70::bigint IS NULL OR r.strength_most >= $71)) AND bool_or(($72::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $73 || '%' OR p.place ->> 'country' = $74
    OR p.place -> 'countries' @> to_jsonb($75::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $76 || '%')
    OR (p.place ->> 'online')::boolean AND lower($77) = 'online'))) AND bool_or(($78::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $79 AND $80
    AND CASE WHEN $81 <= $82 THEN at.lon BETWEEN $83 AND $84
        ELSE at.lon >= $85 OR at.lon <= $86 END))) AND ($87::text IS NULL AND $88::text[] IS NULL OR EXISTS (
    SELECT FROM (SELECT exercise_records(r.root, $89)) all_of (ids) CROSS JOIN LATERAL (
        SELECT p.*, rank() OVER (
            PARTITION BY p.party, p.role, p.kind ORDER BY array_position(all_of.ids, p.exercise)) AS place
        FROM participations_at($90) p WHERE p.exercise = ANY (all_of.ids)) p
    WHERE p.place = 1 AND ($91::text[] IS NULL OR p.role = ANY ($92))
    AND (NOT $93 OR p.start_earliest <= $94 AND p.end_latest >= $95)
    AND ($96::text IS NULL OR p.kind = 'party' AND p.party = $97
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $98) s
            WHERE s.organization = p.party AND s.party = $99))))))
GROUP BY e.start_earliest, e.id, p.party, y.year
ORDER BY e.start_earliest, e.id, p.party, y.year LIMIT $100;

