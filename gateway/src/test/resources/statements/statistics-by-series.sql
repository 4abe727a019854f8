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

WITH chosen AS MATERIALIZED (SELECT c.series, c.possible, count(*) AS exercises, sum(c.days)::bigint AS days,
       count(*) - count(c.days) AS without_days,
       sum(c.strength_least)::bigint AS least, sum(c.strength_most)::bigint AS most,
       count(*) - count(c.strength_most) AS without_strength
FROM (SELECT e.series, false AS possible, e.days, e.strength_least, e.strength_most
FROM standing_exercises_at($1) e 
WHERE e.start_earliest <= coalesce($2::date, 'infinity')
AND e.end_latest >= coalesce($3::date, '-infinity')) c
GROUP BY c.series, c.possible),
total AS MATERIALIZED (SELECT coalesce(sum(c.exercises) FILTER (WHERE NOT c.possible), 0)::bigint AS total_exercises,
       coalesce(sum(c.exercises) FILTER (WHERE c.possible), 0)::bigint AS total_possible,
       sum(c.days) FILTER (WHERE NOT c.possible)::bigint AS total_days,
       coalesce(sum(c.without_days) FILTER (WHERE NOT c.possible), 0)::bigint AS total_without_days,
       sum(c.least) FILTER (WHERE NOT c.possible)::bigint AS total_least,
       sum(c.most) FILTER (WHERE NOT c.possible)::bigint AS total_most,
       coalesce(sum(c.without_strength) FILTER (WHERE NOT c.possible), 0)::bigint AS total_without_strength,
       coalesce(sum(c.exercises) FILTER (WHERE NOT c.possible AND (false) IS NOT TRUE), 0)::bigint
           AS total_without_certain_year
FROM chosen c)
SELECT g.*, total.*
FROM (
    SELECT g."series", coalesce(sum(g.exercises) FILTER (WHERE NOT g.possible), 0)::bigint AS exercises,
coalesce(sum(g.exercises) FILTER (WHERE g.possible), 0)::bigint AS possible,
sum(g.days) FILTER (WHERE NOT g.possible)::bigint AS days,
coalesce(sum(g.without_days) FILTER (WHERE NOT g.possible), 0)::bigint AS without_days,
sum(g.least) FILTER (WHERE NOT g.possible)::bigint AS least,
sum(g.most) FILTER (WHERE NOT g.possible)::bigint AS most,
coalesce(sum(g.without_strength) FILTER (WHERE NOT g.possible), 0)::bigint AS without_strength
    FROM (SELECT c.series COLLATE "C" AS series, c.possible, c.exercises, c.days, c.without_days, c.least, c.most,
       c.without_strength
FROM chosen c WHERE c.series COLLATE "C" > $4
) g
    GROUP BY g."series" ORDER BY g."series" LIMIT $5
) g CROSS JOIN total
ORDER BY g."series";

