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

SELECT e.*, e.start_earliest::text AS earliest, status_on(e.statuses, e.status_since, $1) AS status_on_day
FROM standing_exercises_at($2) e
WHERE (e.start_earliest, e.id) > ($3::date, $4)
AND e.start_earliest <= coalesce($5::date, 'infinity')
AND e.end_latest >= coalesce($6::date, '-infinity')
AND coalesce((NOT $7 OR e.start_earliest <= $8 AND e.end_latest >= $9)
AND ($10::text[] IS NULL OR e.kind = ANY ($11))
AND ($12::text[] IS NULL OR status_on(e.statuses, e.status_since, $13) = ANY ($14)), false)
AND (coalesce(($15::text IS NULL OR e.series ILIKE $16)
AND ($17::text[] IS NULL OR e.organizations && $18)
AND ($19::bigint IS NULL OR e.strength_most >= $20)
AND ($21::text IS NULL OR e.parties @> ARRAY[$22::text] OR e.members_of <> '{}')
AND ($23::text IS NULL AND $24::text[] IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'participants') p (party text, "members-of" text, role text)
    WHERE ($25::text[] IS NULL OR p.role = ANY ($26))
    AND ($27::text IS NULL OR p.party = $28 OR EXISTS (
        SELECT FROM member_spans_between(e.start_earliest, e.start_latest, $29) s
        WHERE s.organization = p."members-of" AND s.party = $30))))
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
AND ($54::text IS NULL OR r.parties @> ARRAY[$55::text] OR r.members_of <> '{}')
AND ($56::text IS NULL AND $57::text[] IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'participants') p (party text, "members-of" text, role text)
    WHERE ($58::text[] IS NULL OR p.role = ANY ($59))
    AND ($60::text IS NULL OR p.party = $61 OR EXISTS (
        SELECT FROM member_spans_between(r.start_earliest, r.start_latest, $62) s
        WHERE s.organization = p."members-of" AND s.party = $63))))
AND ($64::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $65 || '%' OR p.place ->> 'country' = $66
    OR p.place -> 'countries' @> to_jsonb($67::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $68 || '%')
    OR (p.place ->> 'online')::boolean AND lower($69) = 'online'))
AND ($70::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $71 AND $72
    AND CASE WHEN $73 <= $74 THEN at.lon BETWEEN $75 AND $76
        ELSE at.lon >= $77 OR at.lon <= $78 END)), false)))
ORDER BY e.start_earliest, e.id LIMIT $79;

