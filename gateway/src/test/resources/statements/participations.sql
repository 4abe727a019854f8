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
    p.start_earliest, p.start_latest, p.end_earliest, p.end_latest, $5) y
WHERE (e.start_earliest, e.id) >= ($6::date, $7)
AND (e.start_earliest, e.id, p.party, y.year) > ($8::date, $9, $10, $11::int)
AND ($12::text IS NULL OR p.party = $13)
AND ($14::text[] IS NULL OR p.role = ANY ($15))
AND e.start_earliest <= coalesce($16::date, 'infinity')
AND e.end_latest >= coalesce($17::date, '-infinity')
AND coalesce((NOT $18 OR e.start_earliest <= $19 AND e.end_latest >= $20)
AND ($21::text[] IS NULL OR e.kind = ANY ($22))
AND ($23::text[] IS NULL OR status_on(e.statuses, e.status_since, $24) = ANY ($25)), false)
AND (coalesce(($26::text IS NULL OR e.series ILIKE $27)
AND ($28::text[] IS NULL OR e.organizations && $29)
AND ($30::bigint IS NULL OR e.strength_most >= $31)
AND ($32::text IS NULL AND $33::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($34) p
    WHERE p.exercise = e.id AND ($35::text[] IS NULL OR p.role = ANY ($36))
    AND ($37::text IS NULL OR p.kind = 'party' AND p.party = $38
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $39) s
            WHERE s.organization = p.party AND s.party = $40))))
AND ($41::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $42 || '%' OR p.place ->> 'country' = $43
    OR p.place -> 'countries' @> to_jsonb($44::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $45 || '%')
    OR (p.place ->> 'online')::boolean AND lower($46) = 'online'))
AND ($47::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $48 AND $49
    AND CASE WHEN $50 <= $51 THEN at.lon BETWEEN $52 AND $53
        ELSE at.lon >= $54 OR at.lon <= $55 END)), false) OR e.id IN (
SELECT m.root FROM merged_exercises_at($56) m JOIN exercises_at($57) r ON r.id = m.id
WHERE r.stands AND coalesce(($58::text IS NULL OR r.series ILIKE $59)
AND ($60::text[] IS NULL OR r.organizations && $61)
AND ($62::bigint IS NULL OR r.strength_most >= $63)
AND ($64::text IS NULL AND $65::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($66) p
    WHERE p.exercise = r.id AND ($67::text[] IS NULL OR p.role = ANY ($68))
    AND ($69::text IS NULL OR p.kind = 'party' AND p.party = $70
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $71) s
            WHERE s.organization = p.party AND s.party = $72))))
AND ($73::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $74 || '%' OR p.place ->> 'country' = $75
    OR p.place -> 'countries' @> to_jsonb($76::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $77 || '%')
    OR (p.place ->> 'online')::boolean AND lower($78) = 'online'))
AND ($79::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $80 AND $81
    AND CASE WHEN $82 <= $83 THEN at.lon BETWEEN $84 AND $85
        ELSE at.lon >= $86 OR at.lon <= $87 END)), false)))
GROUP BY e.start_earliest, e.id, p.party, y.year
ORDER BY e.start_earliest, e.id, p.party, y.year LIMIT $88;

