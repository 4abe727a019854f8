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
AND (coalesce(($29::text IS NULL OR e.series ILIKE $30)
AND ($31::text[] IS NULL OR e.organizations && $32)
AND ($33::bigint IS NULL OR e.strength_most >= $34)
AND ($35::text IS NULL AND $36::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($37) p WHERE p.exercise = e.id AND ($38::text[] IS NULL OR p.role = ANY ($39))
    AND (NOT $40 OR p.start_earliest <= $41 AND p.end_latest >= $42)
    AND ($43::text IS NULL OR p.kind = 'party' AND p.party = $44
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $45) s
            WHERE s.organization = p.party AND s.party = $46))))
AND ($47::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $48 || '%' OR p.place ->> 'country' = $49
    OR p.place -> 'countries' @> to_jsonb($50::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $51 || '%')
    OR (p.place ->> 'online')::boolean AND lower($52) = 'online'))
AND ($53::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $54 AND $55
    AND CASE WHEN $56 <= $57 THEN at.lon BETWEEN $58 AND $59
        ELSE at.lon >= $60 OR at.lon <= $61 END)), false) OR e.id IN (
SELECT m.root FROM merged_exercises_at($62) m JOIN exercises_at($63) r ON r.id = m.id
WHERE r.stands AND coalesce(($64::text IS NULL OR r.series ILIKE $65)
AND ($66::text[] IS NULL OR r.organizations && $67)
AND ($68::bigint IS NULL OR r.strength_most >= $69)
AND ($70::text IS NULL AND $71::text[] IS NULL OR EXISTS (
    SELECT FROM (SELECT exercise_records(m.root, $72)) all_of (ids) CROSS JOIN LATERAL (
        SELECT p.*, rank() OVER (
            PARTITION BY p.party, p.role, p.kind ORDER BY array_position(all_of.ids, p.exercise)) AS place
        FROM participations_at($73) p WHERE p.exercise = ANY (all_of.ids)) p
    WHERE p.place = 1 AND ($74::text[] IS NULL OR p.role = ANY ($75))
    AND (NOT $76 OR p.start_earliest <= $77 AND p.end_latest >= $78)
    AND ($79::text IS NULL OR p.kind = 'party' AND p.party = $80
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $81) s
            WHERE s.organization = p.party AND s.party = $82))))
AND ($83::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $84 || '%' OR p.place ->> 'country' = $85
    OR p.place -> 'countries' @> to_jsonb($86::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $87 || '%')
    OR (p.place ->> 'online')::boolean AND lower($88) = 'online'))
AND ($89::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $90 AND $91
    AND CASE WHEN $92 <= $93 THEN at.lon BETWEEN $94 AND $95
        ELSE at.lon >= $96 OR at.lon <= $97 END)), false)))
GROUP BY e.start_earliest, e.id, p.party, y.year
ORDER BY e.start_earliest, e.id, p.party, y.year LIMIT $98;

