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
AND ($7 OR coalesce((NOT $8 OR e.start_earliest <= $9 AND e.end_latest >= $10)
AND ($11::text[] IS NULL OR e.kind = ANY ($12))
AND ($13::text[] IS NULL OR status_on(e.statuses, e.status_since, $14) = ANY ($15)), false)
AND (coalesce(($16::text IS NULL OR e.series ILIKE $17) AND ($18::text[] IS NULL OR e.organizations && $19) AND ($20::bigint IS NULL OR e.strength_most >= $21) AND ($22::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $23 || '%' OR p.place ->> 'country' = $24
    OR p.place -> 'countries' @> to_jsonb($25::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $26 || '%')
    OR (p.place ->> 'online')::boolean AND lower($27) = 'online')) AND ($28::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $29 AND $30
    AND CASE WHEN $31 <= $32 THEN at.lon BETWEEN $33 AND $34
        ELSE at.lon >= $35 OR at.lon <= $36 END)) AND ($37::text IS NULL AND $38::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($39) p WHERE p.exercise = e.id AND ($40::text[] IS NULL OR p.role = ANY ($41))
    AND (NOT $42 OR p.start_earliest <= $43 AND p.end_latest >= $44)
    AND ($45::text IS NULL OR p.kind = 'party' AND p.party = $46
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $47) s
            WHERE s.organization = p.party AND s.party = $48)))), false) OR e.id IN (
SELECT r.root FROM (
    SELECT m.root, r.series, r.organizations, r.strength_most, r.statement
    FROM merged_exercises_at($49) m JOIN exercises_at($50) r ON r.id = m.id WHERE r.stands
    UNION ALL
    SELECT s.id, s.series, s.organizations, s.strength_most, s.statement
    FROM standing_exercises_at($51) s
    WHERE s.id = ANY (ARRAY (SELECT m.root FROM merged_exercises_at($52) m))) r
GROUP BY r.root HAVING bool_or(($53::text IS NULL OR r.series ILIKE $54)) AND bool_or(($55::text[] IS NULL OR r.organizations && $56)) AND bool_or(($57::bigint IS NULL OR r.strength_most >= $58)) AND bool_or(($59::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $60 || '%' OR p.place ->> 'country' = $61
    OR p.place -> 'countries' @> to_jsonb($62::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $63 || '%')
    OR (p.place ->> 'online')::boolean AND lower($64) = 'online'))) AND bool_or(($65::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $66 AND $67
    AND CASE WHEN $68 <= $69 THEN at.lon BETWEEN $70 AND $71
        ELSE at.lon >= $72 OR at.lon <= $73 END))) AND ($74::text IS NULL AND $75::text[] IS NULL OR EXISTS (
    SELECT FROM (SELECT exercise_records(r.root, $76)) all_of (ids) CROSS JOIN LATERAL (
        SELECT p.*, rank() OVER (
            PARTITION BY p.party, p.role, p.kind ORDER BY array_position(all_of.ids, p.exercise)) AS place
        FROM participations_at($77) p WHERE p.exercise = ANY (all_of.ids)) p
    WHERE p.place = 1 AND ($78::text[] IS NULL OR p.role = ANY ($79))
    AND (NOT $80 OR p.start_earliest <= $81 AND p.end_latest >= $82)
    AND ($83::text IS NULL OR p.kind = 'party' AND p.party = $84
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $85) s
            WHERE s.organization = p.party AND s.party = $86)))))))
ORDER BY e.start_earliest, e.id LIMIT $87;

