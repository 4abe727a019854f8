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

SELECT e.id, e.start_earliest::text AS earliest, min(e.name) AS name, min(e.kind) AS kind,
       min(e.status) AS status, min(e.series) AS series, min(e.statement ->> 'dates') AS dates,
       min(e.organizations) AS organizations, p.party, y.year,
       array_agg(DISTINCT p.role) AS roles,
       coalesce(array_agg(DISTINCT p.members_of) FILTER (WHERE p.members_of IS NOT NULL), '{}') AS members_of,
       bool_or(p.certain AND y.certain) AS certain,
       sum(p.strength_least)::bigint AS strength_least, sum(p.strength_most)::bigint AS strength_most
FROM exercises_at($1) e
CROSS JOIN LATERAL participants_of(e.id, $2) p
CROSS JOIN LATERAL participation_years(
    p.start_earliest, p.start_latest, p.end_earliest, p.end_latest, $3) y
WHERE (e.start_earliest, e.id) >= ($4::date, $5)
AND (e.start_earliest, e.id, p.party, y.year) > ($6::date, $7, $8, $9::int)
AND ($10::text IS NULL OR p.party = $11)
AND ($12::text[] IS NULL OR p.role = ANY ($13))
AND e.stands
AND e.start_earliest <= coalesce($14::date, 'infinity')
AND e.end_latest >= coalesce($15::date, '-infinity')
AND coalesce((NOT $16 OR e.start_earliest <= $17 AND e.end_latest >= $18)
AND ($19::text[] IS NULL OR e.kind = ANY ($20))
AND ($21::text[] IS NULL OR e.status = ANY ($22))
AND ($23::text IS NULL OR e.series ILIKE $24)
AND ($25::text[] IS NULL OR e.organizations && $26)
AND ($27::bigint IS NULL OR e.strength_most >= $28)
AND ($29::text IS NULL AND $30::text[] IS NULL OR EXISTS (
    SELECT FROM participations_at($31) p
    WHERE p.exercise = e.id AND ($32::text[] IS NULL OR p.role = ANY ($33))
    AND ($34::text IS NULL OR p.kind = 'party' AND p.party = $35
        OR p.kind = 'members-of' AND EXISTS (
            SELECT FROM member_spans_between(p.start_earliest, p.start_latest, $36) s
            WHERE s.organization = p.party AND s.party = $37))))
AND ($38::text IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
    WHERE p.place ->> 'name' ILIKE '%' || $39 || '%' OR p.place ->> 'country' = $40))
AND ($41::float8 IS NULL OR EXISTS (
    SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
         LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
    WHERE at.lat BETWEEN $42 AND $43
    AND CASE WHEN $44 <= $45 THEN at.lon BETWEEN $46 AND $47
        ELSE at.lon >= $48 OR at.lon <= $49 END)), false)
GROUP BY e.start_earliest, e.id, p.party, y.year
ORDER BY e.start_earliest, e.id, p.party, y.year LIMIT $50;

