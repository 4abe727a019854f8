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
AND ($21::text IS NULL AND $22::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($23) p WHERE p.exercise = e.id AND ($24::text[] IS NULL OR p.role = ANY ($25))
    AND (NOT $26 OR p.start_earliest <= $27 AND p.end_latest >= $28)
    AND ($29::text IS NULL OR p.kind = 'party' AND p.party = $30
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $31) s
            WHERE s.organization = p.party AND s.party = $32))))
AND ($33::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $34 || '%' OR p.place ->> 'country' = $35
    OR p.place -> 'countries' @> to_jsonb($36::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $37 || '%')
    OR (p.place ->> 'online')::boolean AND lower($38) = 'online'))
AND ($39::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $40 AND $41
    AND CASE WHEN $42 <= $43 THEN at.lon BETWEEN $44 AND $45
        ELSE at.lon >= $46 OR at.lon <= $47 END)), false) OR e.id IN (
SELECT m.root FROM merged_exercises_at($48) m JOIN exercises_at($49) r ON r.id = m.id
WHERE r.stands AND coalesce(($50::text IS NULL OR r.series ILIKE $51)
AND ($52::text[] IS NULL OR r.organizations && $53)
AND ($54::bigint IS NULL OR r.strength_most >= $55)
AND ($56::text IS NULL AND $57::text[] IS NULL OR EXISTS (
    SELECT FROM (SELECT exercise_records(m.root, $58)) all_of (ids) CROSS JOIN LATERAL (
        SELECT p.*, rank() OVER (
            PARTITION BY p.party, p.role, p.kind ORDER BY array_position(all_of.ids, p.exercise)) AS place
        FROM participations_at($59) p WHERE p.exercise = ANY (all_of.ids)) p
    WHERE p.place = 1 AND ($60::text[] IS NULL OR p.role = ANY ($61))
    AND (NOT $62 OR p.start_earliest <= $63 AND p.end_latest >= $64)
    AND ($65::text IS NULL OR p.kind = 'party' AND p.party = $66
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $67) s
            WHERE s.organization = p.party AND s.party = $68))))
AND ($69::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $70 || '%' OR p.place ->> 'country' = $71
    OR p.place -> 'countries' @> to_jsonb($72::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $73 || '%')
    OR (p.place ->> 'online')::boolean AND lower($74) = 'online'))
AND ($75::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $76 AND $77
    AND CASE WHEN $78 <= $79 THEN at.lon BETWEEN $80 AND $81
        ELSE at.lon >= $82 OR at.lon <= $83 END)), false)))
ORDER BY e.start_earliest, e.id LIMIT $84;

