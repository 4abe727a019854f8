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
    SELECT m.root, array_agg(m.id ORDER BY m.id) AS ids FROM merged_exercises_at($1) m GROUP BY m.root), chosen AS MATERIALIZED (SELECT e.id, m.ids AS merged, false AS possible, e.days, e.strength_least, e.strength_most
FROM standing_exercises_at($2) e LEFT JOIN merged m ON m.root = e.id
WHERE e.start_earliest <= coalesce($3::date, 'infinity')
AND e.end_latest >= coalesce($4::date, '-infinity')),
total AS MATERIALIZED (SELECT count(*) FILTER (WHERE NOT c.possible) AS total_exercises,
       count(*) FILTER (WHERE c.possible) AS total_possible,
       sum(c.days) FILTER (WHERE NOT c.possible) AS total_days,
       count(*) FILTER (WHERE NOT c.possible AND c.days IS NULL) AS total_without_days,
       sum(c.strength_least) FILTER (WHERE NOT c.possible) AS total_least,
       sum(c.strength_most) FILTER (WHERE NOT c.possible) AS total_most,
       count(*) FILTER (WHERE NOT c.possible AND c.strength_most IS NULL) AS total_without_strength,
       0 AS total_without_certain_year
FROM chosen c)
SELECT g.*, total.*
FROM (
    SELECT g."party", count(*) FILTER (WHERE NOT g.possible) AS exercises,
count(*) FILTER (WHERE g.possible) AS possible,
sum(g.days) FILTER (WHERE NOT g.possible)::bigint AS days,
count(*) FILTER (WHERE NOT g.possible AND g.days IS NULL) AS without_days,
sum(g.least) FILTER (WHERE NOT g.possible)::bigint AS least,
sum(g.most) FILTER (WHERE NOT g.possible)::bigint AS most,
count(*) FILTER (WHERE NOT g.possible AND g.most IS NULL) AS without_strength
    FROM (SELECT t.party, NOT t.certain AS possible, t.days, t.least, t.most
FROM (
SELECT p.id, p.party, bool_or(p.certain AND (NOT $5 OR certainly_on(p.start_latest, p.start_uncertain, p.end_earliest, p.end_uncertain, $6))) AS certain, min(p.days) AS days,
       sum(p.strength_least)::bigint AS least, sum(p.strength_most)::bigint AS most
FROM (
    SELECT c.id, c.days, p.party, p.role, true AS certain, p.start_earliest, p.start_latest, p.end_earliest,
           p.end_latest, p.start_uncertain, p.end_uncertain, p.strength_least, p.strength_most
    FROM chosen c CROSS JOIN LATERAL (
        SELECT * FROM participations_at($7) p WHERE p.exercise = c.id OFFSET 0) p
    WHERE c.merged IS NULL
    AND c.id NOT IN (SELECT m.exercise FROM participations_at($8) m WHERE m.kind = 'members-of')
    UNION ALL
    SELECT c.id, c.days, p.party, p.role, p.certain, p.start_earliest, p.start_latest, p.end_earliest,
           p.end_latest, p.start_uncertain, p.end_uncertain, p.strength_least, p.strength_most
    FROM chosen c CROSS JOIN LATERAL participants_of(c.id || c.merged, $9) p
    WHERE c.merged IS NOT NULL
    OR c.id IN (SELECT m.exercise FROM participations_at($10) m WHERE m.kind = 'members-of')
) p
WHERE ($11::text[] IS NULL OR p.role = ANY ($12))
AND (NOT $13 OR p.start_earliest <= $14 AND p.end_latest >= $15)
GROUP BY p.id, p.party
) t
WHERE t.party > $16
) g
    GROUP BY g."party" ORDER BY g."party" LIMIT $17
) g CROSS JOIN total
ORDER BY g."party";

