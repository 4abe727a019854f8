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

SELECT e.*, e.start_earliest::text AS earliest FROM exercises_at($1) e
WHERE (e.start_earliest, e.id) > ($2::date, $3)
AND e.stands
AND e.start_earliest <= coalesce($4::date, 'infinity')
AND e.end_latest >= coalesce($5::date, '-infinity')
AND coalesce((NOT $6 OR e.start_earliest <= $7 AND e.end_latest >= $8)
AND ($9::text[] IS NULL OR e.kind = ANY ($10))
AND ($11::text[] IS NULL OR e.status = ANY ($12))
AND ($13::text IS NULL OR e.series ILIKE $14)
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
    WHERE p.place ->> 'name' ILIKE '%' || $29 || '%' OR p.place ->> 'country' = $30))
AND ($31::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $32 AND $33
    AND CASE WHEN $34 <= $35 THEN at.lon BETWEEN $36 AND $37
        ELSE at.lon >= $38 OR at.lon <= $39 END)), false)
ORDER BY e.start_earliest, e.id LIMIT $40;

