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
       bool_or(p.certain AND y.certain AND (NOT $3 OR certainly_on(p.start_latest, p.start_uncertain, p.end_earliest, p.end_uncertain, $4))) AS certain,
       sum(p.strength_least)::bigint AS strength_least, sum(p.strength_most)::bigint AS strength_most
FROM standing_exercises_at($5) e LEFT JOIN merged m ON m.root = e.id
CROSS JOIN LATERAL participants_of(ARRAY[e.id] || coalesce(m.ids, '{}'), $6) p
CROSS JOIN LATERAL participation_years(
    p.start_earliest, p.start_latest, p.start_uncertain, p.end_earliest, p.end_latest, p.end_uncertain, $7) y
WHERE (e.start_earliest, e.id) >= ($8::date, $9)
AND (e.start_earliest, e.id, p.party, y.year) > ($10::date, $11, $12, $13::int)
AND ($14::text IS NULL OR p.party = $15)
AND ($16::text[] IS NULL OR p.role = ANY ($17))
AND (NOT $18 OR p.start_earliest <= $19 AND p.end_latest >= $20)
AND e.start_earliest <= coalesce($21::date, 'infinity')
AND e.end_latest >= coalesce($22::date, '-infinity')
AND coalesce((NOT $23 OR e.start_earliest <= $24 AND e.end_latest >= $25)
AND ($26::text[] IS NULL OR e.kind = ANY ($27))
AND ($28::text[] IS NULL OR status_on(e.statuses, e.status_since, $29) = ANY ($30)), false)
AND (coalesce(($31::text IS NULL OR e.series ILIKE $32) AND ($33::text[] IS NULL OR e.organizations && $34) AND ($35::bigint IS NULL OR e.strength_most >= $36) AND ($37::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $38 || '%' OR p.place ->> 'country' = $39
    OR p.place -> 'countries' @> to_jsonb($40::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $41 || '%')
    OR (p.place ->> 'online')::boolean AND lower($42) = 'online')) AND ($43::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $44 AND $45
    AND CASE WHEN $46 <= $47 THEN at.lon BETWEEN $48 AND $49
        ELSE at.lon >= $50 OR at.lon <= $51 END)) AND ($52::text IS NULL AND $53::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($54) p WHERE p.exercise = e.id AND ($55::text[] IS NULL OR p.role = ANY ($56))
    AND (NOT $57 OR p.start_earliest <= $58 AND p.end_latest >= $59)
    AND ($60::text IS NULL OR p.kind = 'party' AND p.party = $61
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $62) s
            WHERE s.organization = p.party AND s.party = $63)))), false) OR e.id IN (
SELECT r.root FROM (
    SELECT m.root, r.series, r.organizations, r.strength_most, r.statement
    FROM merged_exercises_at($64) m JOIN exercises_at($65) r ON r.id = m.id WHERE r.stands
    UNION ALL
    SELECT s.id, s.series, s.organizations, s.strength_most, s.statement
    FROM standing_exercises_at($66) s
    WHERE s.id = ANY (ARRAY (SELECT m.root FROM merged_exercises_at($67) m))) r
GROUP BY r.root HAVING bool_or(($68::text IS NULL OR r.series ILIKE $69)) AND bool_or(($70::text[] IS NULL OR r.organizations && $71)) AND bool_or(($72::bigint IS NULL OR r.strength_most >= $73)) AND bool_or(($74::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $75 || '%' OR p.place ->> 'country' = $76
    OR p.place -> 'countries' @> to_jsonb($77::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $78 || '%')
    OR (p.place ->> 'online')::boolean AND lower($79) = 'online'))) AND bool_or(($80::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $81 AND $82
    AND CASE WHEN $83 <= $84 THEN at.lon BETWEEN $85 AND $86
        ELSE at.lon >= $87 OR at.lon <= $88 END))) AND ($89::text IS NULL AND $90::text[] IS NULL OR EXISTS (
    SELECT FROM (SELECT exercise_records(r.root, $91)) all_of (ids)
    CROSS JOIN LATERAL joined_participations(all_of.ids, $92) p
    WHERE true AND ($93::text[] IS NULL OR p.role = ANY ($94))
    AND (NOT $95 OR p.start_earliest <= $96 AND p.end_latest >= $97)
    AND ($98::text IS NULL OR p.kind = 'party' AND p.party = $99
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $100) s
            WHERE s.organization = p.party AND s.party = $101))))))
GROUP BY e.start_earliest, e.id, p.party, y.year
ORDER BY e.start_earliest, e.id, p.party, y.year LIMIT $102;

