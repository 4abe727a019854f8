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
AND (coalesce(($15::text IS NULL OR e.series ILIKE $16) AND ($17::text[] IS NULL OR e.organizations && $18) AND ($19::bigint IS NULL OR e.strength_most >= $20) AND ($21::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $22 || '%' OR p.place ->> 'country' = $23
    OR p.place -> 'countries' @> to_jsonb($24::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $25 || '%')
    OR (p.place ->> 'online')::boolean AND lower($26) = 'online')) AND ($27::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $28 AND $29
    AND CASE WHEN $30 <= $31 THEN at.lon BETWEEN $32 AND $33
        ELSE at.lon >= $34 OR at.lon <= $35 END)) AND ($36::text IS NULL AND $37::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($38) p WHERE p.exercise = e.id AND ($39::text[] IS NULL OR p.role = ANY ($40))
    AND (NOT $41 OR p.start_earliest <= $42 AND p.end_latest >= $43)
    AND ($44::text IS NULL OR p.kind = 'party' AND p.party = $45
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $46) s
            WHERE s.organization = p.party AND s.party = $47)))), false) OR e.id IN (
SELECT r.root FROM (
    SELECT m.root, r.series, r.organizations, r.strength_most, r.statement
    FROM merged_exercises_at($48) m JOIN exercises_at($49) r ON r.id = m.id WHERE r.stands
    UNION ALL
    SELECT s.id, s.series, s.organizations, s.strength_most, s.statement
    FROM standing_exercises_at($50) s
    WHERE s.id = ANY (ARRAY (SELECT m.root FROM merged_exercises_at($51) m))) r
GROUP BY r.root HAVING bool_or(($52::text IS NULL OR r.series ILIKE $53)) AND bool_or(($54::text[] IS NULL OR r.organizations && $55)) AND bool_or(($56::bigint IS NULL OR r.strength_most >= $57)) AND bool_or(($58::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $59 || '%' OR p.place ->> 'country' = $60
    OR p.place -> 'countries' @> to_jsonb($61::text) OR EXISTS (
        SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || $62 || '%')
    OR (p.place ->> 'online')::boolean AND lower($63) = 'online'))) AND bool_or(($64::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(r.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $65 AND $66
    AND CASE WHEN $67 <= $68 THEN at.lon BETWEEN $69 AND $70
        ELSE at.lon >= $71 OR at.lon <= $72 END))) AND ($73::text IS NULL AND $74::text[] IS NULL OR EXISTS (
    SELECT FROM (SELECT exercise_records(r.root, $75)) all_of (ids)
    CROSS JOIN LATERAL joined_participations(all_of.ids, $76) p
    WHERE true AND ($77::text[] IS NULL OR p.role = ANY ($78))
    AND (NOT $79 OR p.start_earliest <= $80 AND p.end_latest >= $81)
    AND ($82::text IS NULL OR p.kind = 'party' AND p.party = $83
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $84) s
            WHERE s.organization = p.party AND s.party = $85))))))
ORDER BY e.start_earliest, e.id LIMIT $86;

