-- The read models. Each generation has its own schema (rm_<n>) and is built from the change log, so it needs no migration.
--
-- A row is one version of one thing of one stream, on both time axes. Effective bounds are dates. An open side is an
-- infinite date, so a comparison finds what held on a day. A version is known from recorded_from / seq_from until
-- recorded_to / seq_to, exclusive. The current version has 'infinity' and the largest bigint there.

CREATE TABLE fact (
    kind          text COLLATE "C" NOT NULL,
    id            text COLLATE "C" NOT NULL,
    stream_id     text COLLATE "C" NOT NULL,
    organization  text,
    party         text,
    statement     jsonb NOT NULL,
    sources       jsonb NOT NULL,
    dispute       jsonb,
    retracted     jsonb,
    cited         text[] NOT NULL,
    first_seq     bigint NOT NULL,
    seq_from      bigint NOT NULL,
    seq_to        bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from timestamptz NOT NULL,
    recorded_to   timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (kind, id, seq_from)
);
-- The current facts of a stream, to which its next event is applied.
CREATE INDEX fact_standing ON fact (stream_id) WHERE seq_to = 9223372036854775807;
CREATE INDEX fact_cited ON fact USING GIN (cited) WHERE cited <> '{}';
-- The acts about an instrument, in the order of their list.
CREATE INDEX fact_act ON fact ((statement ->> 'instrument'), party, id) WHERE kind = 'act';

CREATE TABLE organization (
    id                  text COLLATE "C" NOT NULL,
    statement           jsonb NOT NULL,
    changes             jsonb NOT NULL,
    sources             jsonb NOT NULL,
    dispute             jsonb,
    stands              boolean NOT NULL,
    retracted           jsonb,
    predecessor         text COLLATE "C",
    successors          text[] COLLATE "C" NOT NULL,
    dissolved_edtf      text,
    dissolved_earliest  date,
    dissolved_latest    date,
    dissolved_uncertain boolean,
    seq_from            bigint NOT NULL,
    seq_to              bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from       timestamptz NOT NULL,
    recorded_to         timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (id, seq_from)
);

-- Spans of statuses and candidacies. party_until is the day after the last day of a former state. covering_sets and
-- covered_until have an element for each source: its data set, or '', and the last day for which it speaks. They are empty
-- if all sources speak without end.
CREATE TABLE span (
    organization    text COLLATE "C" NOT NULL,
    party           text COLLATE "C" NOT NULL,
    aspect          text NOT NULL,
    status          text NOT NULL,
    opened          text COLLATE "C" NOT NULL,
    closed          text,
    start_edtf      text NOT NULL,
    start_earliest  date NOT NULL,
    start_latest    date NOT NULL,
    start_uncertain boolean NOT NULL,
    end_edtf        text,
    end_earliest    date NOT NULL,
    end_latest      date NOT NULL,
    end_uncertain   boolean NOT NULL,
    founding        boolean NOT NULL,
    disputed        boolean NOT NULL,
    sources         jsonb NOT NULL,
    party_until     date NOT NULL,
    covering_sets   text[] NOT NULL,
    covered_until   date[] NOT NULL,
    seq_from        bigint NOT NULL,
    seq_to          bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from   timestamptz NOT NULL,
    recorded_to     timestamptz NOT NULL DEFAULT 'infinity'
);
-- Reads select by organisation or by party, and read a page in the order of the index. The index has no further column that
-- reads limit: PostgreSQL would then search for each value of the columns before it.
CREATE INDEX span_of_organization ON span (organization, aspect, party, opened);
CREATE INDEX span_of_party ON span (party, organization);
-- Candidacies are few, and every page of members reads them.
CREATE INDEX span_candidacy ON span (organization, party) WHERE aspect = 'candidacy';

-- The time for which a data set speaks, an EDTF interval. Reads of spans get all of them, because there are few, and apply
-- them to the spans whose sources name the set.
CREATE TABLE set_coverage (
    set_id        text COLLATE "C" NOT NULL,
    covers        text NOT NULL,
    covered_until date NOT NULL,
    seq_from      bigint NOT NULL,
    seq_to        bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from timestamptz NOT NULL,
    recorded_to   timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (set_id, seq_from)
);

CREATE TABLE exercise (
    id              text COLLATE "C" NOT NULL,
    name            text,
    kind            text NOT NULL,
    status          text,
    statuses        text[] NOT NULL,
    status_since    text[] NOT NULL,
    series          text,
    organizations   text[] NOT NULL,
    start_earliest  date NOT NULL,
    start_latest    date NOT NULL,
    end_earliest    date NOT NULL,
    end_latest      date NOT NULL,
    start_uncertain boolean NOT NULL,
    end_uncertain   boolean NOT NULL,
    days            bigint,
    strength_least  bigint,
    strength_most   bigint,
    merged_into     text COLLATE "C",
    statement       jsonb NOT NULL,
    sources         jsonb NOT NULL,
    dispute         jsonb,
    stands          boolean NOT NULL,
    retracted       jsonb,
    seq_from        bigint NOT NULL,
    seq_to          bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from   timestamptz NOT NULL,
    recorded_to     timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (id, seq_from)
);
CREATE INDEX exercise_in_time ON exercise (start_earliest, id);
CREATE INDEX exercise_merged ON exercise (merged_into) WHERE merged_into IS NOT NULL;

-- Who took part in an exercise that stands: one row for each exercise, party, role and part, because a party can leave and
-- come back. If kind is members-of, the party is an organisation whose members took part without being named;
-- participants_of finds who they were. The dates are those of the exercise, unless the source gives others for the party.
CREATE TABLE participation (
    exercise        text COLLATE "C" NOT NULL,
    party           text COLLATE "C" NOT NULL,
    role            text COLLATE "C" NOT NULL,
    kind            text COLLATE "C" NOT NULL,
    part            text COLLATE "C" NOT NULL,
    start_earliest  date NOT NULL,
    start_latest    date NOT NULL,
    end_earliest    date NOT NULL,
    end_latest      date NOT NULL,
    start_uncertain boolean NOT NULL,
    end_uncertain   boolean NOT NULL,
    strength_least  bigint,
    strength_most   bigint,
    seq_from        bigint NOT NULL,
    seq_to          bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from   timestamptz NOT NULL,
    recorded_to     timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (exercise, party, role, kind, part, seq_from)
);

CREATE INDEX participation_of_members ON participation (exercise) WHERE kind = 'members-of';

-- Organs, terms, meetings, relations, contributions, rules and figures that are not retracted, each with its period.
CREATE TABLE institution (
    kind            text COLLATE "C" NOT NULL,
    id              text COLLATE "C" NOT NULL,
    organization    text COLLATE "C",
    party           text COLLATE "C",
    start_edtf      text NOT NULL,
    start_earliest  date NOT NULL,
    start_latest    date NOT NULL,
    start_uncertain boolean NOT NULL,
    end_edtf        text,
    end_earliest    date NOT NULL,
    end_latest      date NOT NULL,
    end_uncertain   boolean NOT NULL,
    statement       jsonb NOT NULL,
    sources         jsonb NOT NULL,
    dispute         jsonb,
    seq_from        bigint NOT NULL,
    seq_to          bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from   timestamptz NOT NULL,
    recorded_to     timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (kind, id, seq_from)
);
-- A list has one kind, and one organisation or one party.
CREATE INDEX institution_of_organization ON institution (organization, kind, start_earliest, id);
CREATE INDEX institution_of_party ON institution (party, kind, start_earliest, id) WHERE party IS NOT NULL;

-- Instruments, each with its entry into force as a source states it, and the rule of its entry into force. described is
-- everything by which it is found, in lower case.
CREATE TABLE instrument (
    id                   text COLLATE "C" NOT NULL,
    type                 text NOT NULL,
    described            text NOT NULL,
    organizations        text[] NOT NULL,
    parties              text[] NOT NULL,
    in_force_edtf        text,
    in_force_earliest    date,
    in_force_latest      date,
    in_force_uncertain   boolean,
    terminated_edtf      text,
    terminated_earliest  date,
    terminated_latest    date,
    terminated_uncertain boolean,
    ratifications        int,
    after                text,
    statement            jsonb NOT NULL,
    sources              jsonb NOT NULL,
    dispute              jsonb,
    stands               boolean NOT NULL,
    retracted            jsonb,
    seq_from             bigint NOT NULL,
    seq_to               bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from        timestamptz NOT NULL,
    recorded_to          timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (id, seq_from)
);

-- How a party stands towards an instrument between two of its acts: as a signatory, by provisional application, or bound by
-- its consent. The start is the day of the act that began it. in_force is when that act took effect for the party, if a
-- source says so. Reservations are those of the party, each with its own dates.
CREATE TABLE standing (
    instrument         text COLLATE "C" NOT NULL,
    party              text COLLATE "C" NOT NULL,
    opened             text COLLATE "C" NOT NULL,
    standing           text NOT NULL,
    act                text NOT NULL,
    closed             text,
    start_edtf         text NOT NULL,
    start_earliest     date NOT NULL,
    start_latest       date NOT NULL,
    start_uncertain    boolean NOT NULL,
    in_force_edtf      text,
    in_force_earliest  date,
    in_force_latest    date,
    in_force_uncertain boolean,
    end_edtf           text,
    end_earliest       date NOT NULL,
    end_latest         date NOT NULL,
    end_uncertain      boolean NOT NULL,
    signed             text,
    territory          text,
    reservations       jsonb NOT NULL,
    disputed           boolean NOT NULL,
    sources            jsonb NOT NULL,
    seq_from           bigint NOT NULL,
    seq_to             bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from      timestamptz NOT NULL,
    recorded_to        timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (instrument, party, opened, seq_from)
);
CREATE INDEX standing_of_party ON standing (party, instrument, opened);

-- Clues: possible errors of one fact. A read decides which clues are findings, because that needs facts of other streams.
CREATE TABLE clue (
    finding         text COLLATE "C" NOT NULL,
    fact            text COLLATE "C" NOT NULL,
    id              text COLLATE "C" NOT NULL,
    about           text COLLATE "C" NOT NULL,
    said            jsonb NOT NULL,
    organizations   text[] NOT NULL,
    parties         text[] NOT NULL,
    keys            text[] NOT NULL,
    start_earliest  date NOT NULL,
    end_latest      date NOT NULL,
    seq_from        bigint NOT NULL,
    seq_to          bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from   timestamptz NOT NULL,
    recorded_to     timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (finding, fact, id, about, seq_from)
);
-- Reads compare the clues about the same thing.
CREATE INDEX clue_about ON clue (finding, about) WHERE about <> '';
CREATE INDEX clue_of ON clue USING GIN (organizations, parties);
-- Reads compare the clues that have a key in common.
CREATE INDEX clue_keys ON clue USING GIN (keys) WHERE keys <> '{}';

CREATE TABLE document (
    id              text COLLATE "C" NOT NULL,
    status          text NOT NULL,
    rights          text NOT NULL,
    language        text,
    type            text,
    described       text[] NOT NULL,
    words           tsvector NOT NULL GENERATED ALWAYS AS (public.short_text_vector(described)) STORED,
    date_earliest   date,
    date_latest     date,
    extraction      int,
    details         jsonb NOT NULL,
    layers          jsonb NOT NULL,
    taken_down      jsonb,
    first_seq       bigint NOT NULL,
    seq_from        bigint NOT NULL,
    seq_to          bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from   timestamptz NOT NULL,
    recorded_to     timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (id, seq_from)
);
CREATE INDEX document_received ON document (first_seq DESC);
CREATE INDEX document_words ON document USING GIN (words);

-- The quotes by which facts and their claims cite passages. Quotes are public, also those of restricted documents.
CREATE TABLE cited_quote (
    kind          text COLLATE "C" NOT NULL,
    id            text COLLATE "C" NOT NULL,
    number        text COLLATE "C" NOT NULL,
    document      text COLLATE "C" NOT NULL,
    anchor        text NOT NULL,
    quote         text NOT NULL,
    quoted        text[] NOT NULL,
    words         tsvector NOT NULL GENERATED ALWAYS AS (public.short_text_vector(quoted)) STORED,
    seq_from      bigint NOT NULL,
    seq_to        bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from timestamptz NOT NULL,
    recorded_to   timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (kind, id, number, seq_from)
);
CREATE INDEX cited_quote_document ON cited_quote (document);
CREATE INDEX cited_quote_words ON cited_quote USING GIN (words);

-- What each event changed about its fact, as clients of the change log get it in the data of the event.
CREATE TABLE fact_change (
    seq    bigint PRIMARY KEY,
    change jsonb NOT NULL
);

-- Where each filter of the change log finds its changes. A key is a filter and its value, such as organization:sco. Bit n of
-- a row says whether the change with seq = 512 * block + n has the key. So a key of every second change has one row per
-- 512 changes, and a rare key has at most one row per change. The next three functions are all that read or write it.
CREATE TABLE change_key (
    key   text COLLATE "C" NOT NULL,
    block int              NOT NULL,
    seqs  bit(512)         NOT NULL,
    PRIMARY KEY (key, block)
) WITH (fillfactor = 80);

-- Adds the keys of the changes with after < seq <= up_to. Adding them twice has no effect. The filter of types takes full
-- types and event names. Grouping before the texts of the keys are made takes half the time.
CREATE FUNCTION add_change_keys(after bigint, up_to bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    WITH batch AS MATERIALIZED (
        SELECT (c.seq / 512)::int AS block, set_bit(0::bit(512), (c.seq % 512)::int, 1) AS seqs,
               c.organizations, c.parties, c.kind, c.type, c.cloudevent ->> 'actor' AS actor
        FROM change c WHERE c.seq > after AND c.seq <= up_to),
    typed AS MATERIALIZED (
        SELECT b.block, bit_or(b.seqs) AS seqs, b.kind, b.type FROM batch b GROUP BY b.block, b.kind, b.type)
    INSERT INTO change_key AS known (block, seqs, key)
    SELECT b.block, bit_or(b.seqs), 'organization:' || o FROM batch b, unnest(b.organizations) o GROUP BY b.block, o
    UNION ALL SELECT b.block, bit_or(b.seqs), 'party:' || p FROM batch b, unnest(b.parties) p GROUP BY b.block, p
    -- A subject of OpenID Connect has at most 255 characters. A key of an index must not be much longer.
    UNION ALL SELECT b.block, bit_or(b.seqs), 'actor:' || b.actor FROM batch b WHERE length(b.actor) <= 255
              GROUP BY b.block, b.actor
    UNION ALL SELECT t.block, bit_or(t.seqs), 'kind:' || t.kind FROM typed t GROUP BY t.block, t.kind
    UNION ALL SELECT t.block, bit_or(t.seqs), 'type:' || t.type FROM typed t GROUP BY t.block, t.type
    UNION ALL SELECT t.block, bit_or(t.seqs), 'type:' || n
              FROM typed t, split_part(t.type, '.', 4) n GROUP BY t.block, n
    ON CONFLICT (key, block) DO UPDATE SET seqs = known.seqs | excluded.seqs;
END $$;

CREATE TYPE change_filter AS (keys text[]);

-- The first changes with after < seq <= up_to that match one value of each filter, in order. An empty array is no filter;
-- at least one array must have values. The settings keep PostgreSQL from plans for empty tables.
CREATE FUNCTION matching_changes(after bigint, up_to bigint, organizations text[], parties text[], kinds text[],
                                 types text[], actors text[], recorded_from timestamptz, page_size int)
RETURNS SETOF change LANGUAGE plpgsql STABLE SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    filters  change_filter[];
    turn     int := 0;
    agreeing int;
    current  bigint := (after + 1) / 512;
    next     bigint;
    common   bit(512);
    matching bigint[];
    returned int;
BEGIN
    filters := ARRAY(
        SELECT row(array_agg(f.name || ':' || v))::change_filter
        FROM (VALUES ('organization', organizations), ('party', parties), ('kind', kinds), ('type', types),
                     ('actor', actors)) f (name, wanted)
        CROSS JOIN LATERAL unnest(f.wanted) v
        GROUP BY f.name);
    IF cardinality(filters) = 0 THEN
        RAISE 'matching_changes needs at least one filter';
    END IF;
    WHILE page_size > 0 LOOP
        -- In turn, each filter moves to its first block at or after the current one, until all agree on a block. So the
        -- rows read depend on the rarest filter: a frequent one skips the blocks between.
        agreeing := 0;
        WHILE agreeing < cardinality(filters) LOOP
            turn := turn % cardinality(filters) + 1;
            SELECT min(found.block) INTO next
            FROM unnest((filters[turn]).keys) wanted CROSS JOIN LATERAL (
                SELECT k.block FROM change_key k WHERE k.key = wanted AND k.block >= current ORDER BY k.block LIMIT 1
            ) found;
            IF next IS NULL OR next > up_to / 512 THEN
                RETURN;
            END IF;
            agreeing := CASE WHEN next = current THEN agreeing + 1 ELSE 1 END;
            current := next;
        END LOOP;
        SELECT bit_and((SELECT bit_or(k.seqs) FROM change_key k WHERE k.key = ANY (f.keys) AND k.block = current))
        INTO common FROM unnest(filters) f;
        IF bit_count(common) > 0 THEN
            matching := ARRAY(
                SELECT 512 * current + n FROM generate_series(0, 511) n
                WHERE get_bit(common, n) = 1 AND 512 * current + n > after AND 512 * current + n <= up_to
                ORDER BY n);
            WHILE page_size > 0 AND cardinality(matching) > 0 LOOP
                RETURN QUERY SELECT c.* FROM change c
                    WHERE c.seq = ANY (matching[:page_size]) AND c.recorded_at >= recorded_from ORDER BY c.seq;
                GET DIAGNOSTICS returned = ROW_COUNT;
                matching := matching[page_size + 1:];
                page_size := page_size - returned;
            END LOOP;
        END IF;
        current := current + 1;
    END LOOP;
END $$;

-- The last changes with seq <= up_to that match one value of each filter, the newest first. Works like matching_changes, in
-- the other direction.
CREATE FUNCTION matching_changes_before(up_to bigint, organizations text[], parties text[], kinds text[], types text[],
                                        page_size int)
RETURNS SETOF change LANGUAGE plpgsql STABLE SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    filters  change_filter[];
    turn     int := 0;
    agreeing int;
    current  bigint := up_to / 512;
    next     bigint;
    common   bit(512);
    matching bigint[];
BEGIN
    filters := ARRAY(
        SELECT row(array_agg(f.name || ':' || v))::change_filter
        FROM (VALUES ('organization', organizations), ('party', parties), ('kind', kinds), ('type', types)) f (name, wanted)
        CROSS JOIN LATERAL unnest(f.wanted) v
        GROUP BY f.name);
    IF cardinality(filters) = 0 THEN
        RAISE 'matching_changes_before needs at least one filter';
    END IF;
    WHILE page_size > 0 LOOP
        agreeing := 0;
        WHILE agreeing < cardinality(filters) LOOP
            turn := turn % cardinality(filters) + 1;
            SELECT max(found.block) INTO next
            FROM unnest((filters[turn]).keys) wanted CROSS JOIN LATERAL (
                SELECT k.block FROM change_key k WHERE k.key = wanted AND k.block <= current ORDER BY k.block DESC LIMIT 1
            ) found;
            IF next IS NULL THEN
                RETURN;
            END IF;
            agreeing := CASE WHEN next = current THEN agreeing + 1 ELSE 1 END;
            current := next;
        END LOOP;
        SELECT bit_and((SELECT bit_or(k.seqs) FROM change_key k WHERE k.key = ANY (f.keys) AND k.block = current))
        INTO common FROM unnest(filters) f;
        IF bit_count(common) > 0 THEN
            matching := ARRAY(
                SELECT 512 * current + n FROM generate_series(0, 511) n
                WHERE get_bit(common, n) = 1 AND 512 * current + n <= up_to
                ORDER BY n DESC LIMIT page_size);
            RETURN QUERY SELECT c.* FROM change c WHERE c.seq = ANY (matching) ORDER BY c.seq DESC;
            page_size := page_size - cardinality(matching);
        END IF;
        current := current - 1;
    END LOOP;
END $$;

-- The reads call the functions below. Each is one SELECT, so PostgreSQL replaces a call in FROM by its body, and conditions
-- of the caller use the indexes of the table. In psql, set the position first:
--     SET depositary.seq = 9223372036854775807;  SELECT * FROM spans_at('infinity');

-- <table>s_at: the versions known at a point of the recorded axis, at most one of each thing. The point is a position in
-- the change log (the setting depositary.seq, which ReadPosition sets for one transaction) and an instant. As a subquery,
-- the setting is read and parsed once, not for every row.
CREATE FUNCTION facts_at(instant timestamptz) RETURNS SETOF fact LANGUAGE sql STABLE AS $$
    SELECT * FROM fact
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION organizations_at(instant timestamptz) RETURNS SETOF organization LANGUAGE sql STABLE AS $$
    SELECT * FROM organization
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION spans_at(instant timestamptz) RETURNS SETOF span LANGUAGE sql STABLE AS $$
    SELECT * FROM span
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION set_coverages_at(instant timestamptz) RETURNS SETOF set_coverage LANGUAGE sql STABLE AS $$
    SELECT * FROM set_coverage
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION exercises_at(instant timestamptz) RETURNS SETOF exercise LANGUAGE sql STABLE AS $$
    SELECT * FROM exercise
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION participations_at(instant timestamptz) RETURNS SETOF participation LANGUAGE sql STABLE AS $$
    SELECT * FROM participation
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

-- The status of an exercise on a day: the last one that has come. The arrays are columns of a row of table exercise.
CREATE FUNCTION status_on(statuses text[], since text[], day date) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT statuses[max(n)] FROM generate_subscripts(statuses, 1) n WHERE since[n]::date <= day
$$;

-- The merged records of exercises, each with the record that represents it (its root): the last one that stands on the way of
-- its merges. So records stand on their own again when the record that they were merged into is retracted. Streams arrive in
-- any order, so merges can form a circle for a moment, and a root can be missing. Such records count as not merged. OFFSET
-- keeps PostgreSQL from reading all exercises: roots are few.
CREATE FUNCTION merged_exercises_at(instant timestamptz) RETURNS TABLE (id text, root text) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE merged AS (
        SELECT e.id, e.merged_into FROM exercises_at(instant) e WHERE e.merged_into IS NOT NULL),
    followed AS (
        SELECT m.id, m.merged_into AS root FROM merged m
        UNION
        SELECT f.id, m.merged_into FROM followed f JOIN merged m ON m.id = f.root),
    represented AS MATERIALIZED (
        SELECT f.id, f.root FROM followed f CROSS JOIN LATERAL (
            SELECT FROM exercises_at(instant) r WHERE r.id = f.root AND r.stands OFFSET 0) r)
    SELECT r.id, r.root FROM represented r WHERE r.root NOT IN (SELECT other.id FROM represented other)
$$;

-- The record that represents an exercise: its root, or itself. It reads only the records between.
CREATE FUNCTION exercise_root(exercise text, instant timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    WITH RECURSIVE up AS (
        SELECT e.id, e.merged_into, e.stands FROM exercises_at(instant) e WHERE e.id = exercise
        UNION ALL
        SELECT e.id, e.merged_into, e.stands FROM up JOIN exercises_at(instant) e ON e.id = up.merged_into
    ) CYCLE id SET again USING way
    SELECT coalesce((
        SELECT up.id FROM up WHERE up.stands AND NOT EXISTS (SELECT FROM up circle WHERE circle.again)
        ORDER BY cardinality(up.way) DESC LIMIT 1), exercise)
$$;

-- A root and the records that were merged into it, directly or through others.
CREATE FUNCTION exercise_records(root text, instant timestamptz) RETURNS text[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE down AS (
        SELECT root COLLATE "C" AS id
        UNION
        SELECT e.id FROM down JOIN exercises_at(instant) e ON e.merged_into = down.id)
    SELECT array_agg(down.id ORDER BY down.id <> root, down.id) FROM down
$$;

-- The participations of an exercise with these records. If several records have the same participant in the same role, the
-- rows of the first one count. A row without a figure takes that of the first other record that has one.
CREATE FUNCTION joined_participations(records text[], instant timestamptz) RETURNS SETOF participation
LANGUAGE sql STABLE AS $$
    SELECT p.exercise, p.party, p.role, p.kind, p.part, p.start_earliest, p.start_latest, p.end_earliest, p.end_latest,
           p.start_uncertain, p.end_uncertain,
           coalesce(p.strength_least, p.others_least[1]), coalesce(p.strength_most, p.others_most[1]),
           p.seq_from, p.seq_to, p.recorded_from, p.recorded_to
    FROM (
        SELECT p.*,
               array_agg(p.strength_least) FILTER (WHERE p.place > 1 AND p.strength_most IS NOT NULL) OVER same AS others_least,
               array_agg(p.strength_most) FILTER (WHERE p.place > 1 AND p.strength_most IS NOT NULL) OVER same AS others_most
        FROM (
            SELECT p.*, rank() OVER (PARTITION BY p.party, p.role, p.kind ORDER BY array_position(records, p.exercise)) AS place
            FROM participations_at(instant) p WHERE p.exercise = ANY (records)
        ) p
        WINDOW same AS (PARTITION BY p.party, p.role, p.kind ORDER BY p.place, p.part::int
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ) p
    WHERE p.place = 1
$$;

-- The troops of an exercise that other records were merged into: the reported number of the first record that has one, or
-- the sum of the participants.
CREATE FUNCTION joined_strength(records text[], instant timestamptz) RETURNS TABLE (minimum bigint, maximum bigint)
LANGUAGE sql STABLE AS $$
    SELECT coalesce(reported.minimum, parts.minimum), coalesce(reported.maximum, parts.maximum)
    FROM (
        SELECT sum(p.strength_least)::bigint AS minimum, sum(p.strength_most)::bigint AS maximum
        FROM joined_participations(records, instant) p
    ) parts
    LEFT JOIN (
        SELECT e.strength_least AS minimum, e.strength_most AS maximum
        FROM exercises_at(instant) e
        WHERE e.id = ANY (records) AND e.stands AND jsonb_typeof(e.statement -> 'strength') = 'object'
        ORDER BY array_position(records, e.id) LIMIT 1
    ) reported ON true
$$;

-- The name of the first record that has one.
CREATE FUNCTION joined_name(records text[], instant timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT e.name FROM exercises_at(instant) e WHERE e.id = ANY (records) AND e.stands AND e.name IS NOT NULL
    ORDER BY array_position(records, e.id) LIMIT 1
$$;

-- The series of the first record that has one.
CREATE FUNCTION joined_series(records text[], instant timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT e.series FROM exercises_at(instant) e WHERE e.id = ANY (records) AND e.stands AND e.series IS NOT NULL
    ORDER BY array_position(records, e.id) LIMIT 1
$$;

-- The organisations of all records, each once.
CREATE FUNCTION joined_organizations(records text[], instant timestamptz) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(o.id ORDER BY o.place, o.n), '{}')
    FROM (
        SELECT DISTINCT ON (o.id) o.id, o.n, array_position(records, e.id) AS place
        FROM exercises_at(instant) e CROSS JOIN LATERAL unnest(e.organizations) WITH ORDINALITY o (id, n)
        WHERE e.id = ANY (records) AND e.stands ORDER BY o.id, place, o.n
    ) o
$$;

-- The exercises to count and to list: those that stand, each once. The name, the series, the organisations and the strength
-- are those of all records of the exercise. Each is computed only if a statement reads it, and only for a root.
CREATE FUNCTION standing_exercises_at(instant timestamptz) RETURNS SETOF exercise LANGUAGE sql STABLE AS $$
    SELECT e.id,
           CASE WHEN e.id IN (SELECT m.root FROM merged_exercises_at(instant) m)
               THEN joined_name(exercise_records(e.id, instant), instant) ELSE e.name END,
           e.kind, e.status, e.statuses, e.status_since,
           CASE WHEN e.id IN (SELECT m.root FROM merged_exercises_at(instant) m)
               THEN joined_series(exercise_records(e.id, instant), instant) ELSE e.series END,
           CASE WHEN e.id IN (SELECT m.root FROM merged_exercises_at(instant) m)
               THEN joined_organizations(exercise_records(e.id, instant), instant) ELSE e.organizations END,
           e.start_earliest, e.start_latest, e.end_earliest, e.end_latest, e.start_uncertain, e.end_uncertain, e.days,
           CASE WHEN e.id IN (SELECT m.root FROM merged_exercises_at(instant) m)
               THEN (SELECT j.minimum FROM joined_strength(exercise_records(e.id, instant), instant) j)
               ELSE e.strength_least END,
           CASE WHEN e.id IN (SELECT m.root FROM merged_exercises_at(instant) m)
               THEN (SELECT j.maximum FROM joined_strength(exercise_records(e.id, instant), instant) j)
               ELSE e.strength_most END,
           e.merged_into, e.statement, e.sources, e.dispute, e.stands, e.retracted,
           e.seq_from, e.seq_to, e.recorded_from, e.recorded_to
    FROM exercises_at(instant) e
    WHERE e.stands AND e.id NOT IN (SELECT m.id FROM merged_exercises_at(instant) m)
$$;

-- Whether something certainly took place on a day, from its start to its last day. An uncertain date is never certain within
-- its own bounds.
CREATE FUNCTION certainly_on(start_latest date, start_uncertain boolean, end_earliest date, end_uncertain boolean, day date)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT start_latest + start_uncertain::int <= day AND end_earliest - end_uncertain::int >= day
$$;

CREATE FUNCTION institutions_at(instant timestamptz) RETURNS SETOF institution LANGUAGE sql STABLE AS $$
    SELECT * FROM institution
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION instruments_at(instant timestamptz) RETURNS SETOF instrument LANGUAGE sql STABLE AS $$
    SELECT * FROM instrument
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION standings_at(instant timestamptz) RETURNS SETOF standing LANGUAGE sql STABLE AS $$
    SELECT * FROM standing
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

-- The first day on which so many parties are bound by their own consent, among the times in which each of them may be. Of a
-- party that left and came back, the times are joined. NULL if there is none.
CREATE FUNCTION first_day_with_parties(number int, party text[], earliest date[], latest date[]) RETURNS date
LANGUAGE sql IMMUTABLE AS $$
    SELECT min(d.day)
    FROM (
        SELECT e.day, sum(sum(e.change)) OVER (ORDER BY e.day) AS parties
        FROM (
            SELECT unnest(range_agg(daterange(t.earliest, t.latest))) AS bound
            FROM unnest(party, earliest, latest) t (party, earliest, latest)
            WHERE t.earliest < t.latest GROUP BY t.party
        ) p
        CROSS JOIN LATERAL (VALUES (lower(p.bound), 1), (upper(p.bound), -1)) e (day, change)
        GROUP BY e.day
    ) d
    WHERE d.parties >= number
$$;

-- When an instrument enters into force by its rule: so many parties have consented to be bound and not left again, then a time
-- passes. No row if it has no rule, or fewer parties have. latest is infinite if imprecise dates leave open whether so many
-- parties were ever bound at one time. The acts are in other streams than the rule, so only a read can compute this.
CREATE FUNCTION entry_into_force(in_instrument text, ratifications int, after text, instant timestamptz)
RETURNS TABLE (earliest date, latest date, uncertain boolean) LANGUAGE sql STABLE AS $$
    WITH consent AS MATERIALIZED (
        SELECT s.party, s.start_earliest, s.start_latest, s.start_uncertain, s.end_earliest, s.end_latest
        FROM standings_at(instant) s
        WHERE ratifications IS NOT NULL AND s.instrument = in_instrument AND s.standing = 'bound'
        AND s.act IN ('ratification', 'acceptance', 'approval', 'accession')
    ), n AS MATERIALIZED (
        SELECT first_day_with_parties(ratifications, array_agg(c.party), array_agg(c.start_earliest), array_agg(c.end_latest))
                   AS earliest,
               coalesce(first_day_with_parties(ratifications, array_agg(c.party), array_agg(c.start_latest),
                   array_agg(c.end_earliest)), 'infinity') AS latest
        FROM consent c
    )
    SELECT (n.earliest + p.pause)::date, (n.latest + p.pause)::date,
           EXISTS (SELECT FROM consent c
                   WHERE c.start_uncertain AND c.start_earliest <= n.latest AND c.end_latest > n.earliest)
    FROM n, (SELECT coalesce(after, 'P0D')::interval AS pause) p
    WHERE n.earliest IS NOT NULL
$$;

-- Instruments that stand and were not terminated by a day, with their entry into force: as recorded, otherwise by the rule.
-- LIMIT keeps the plan of the caller: one instrument is read by its key.
CREATE FUNCTION instrument_in_force(of_instrument text, day date, instant timestamptz)
RETURNS TABLE (names jsonb, type text, ratifications int,
               force_edtf text, force_earliest date, force_latest date, force_uncertain boolean,
               terminated_edtf text, terminated_earliest date, terminated_latest date, terminated_uncertain boolean)
LANGUAGE sql STABLE AS $$
    SELECT i.statement -> 'names', i.type, i.ratifications,
           CASE WHEN i.in_force_edtf IS NULL AND r.earliest IS NOT NULL THEN '' ELSE i.in_force_edtf END,
           coalesce(i.in_force_earliest, r.earliest), coalesce(i.in_force_latest, r.latest),
           coalesce(i.in_force_uncertain, r.uncertain),
           i.terminated_edtf, i.terminated_earliest, i.terminated_latest, i.terminated_uncertain
    FROM instruments_at(instant) i
    LEFT JOIN LATERAL entry_into_force(i.id, i.ratifications, i.after, instant) r ON i.in_force_edtf IS NULL
    WHERE i.id = of_instrument AND i.stands AND (i.terminated_latest IS NULL OR i.terminated_latest > day)
    LIMIT 1
$$;

-- The first day on which a standing may have begun: that of its act. A succession can take effect before it is notified.
CREATE FUNCTION standing_begins(act text, act_earliest date, in_force_earliest date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE act WHEN 'succession' THEN least(act_earliest, in_force_earliest) ELSE act_earliest END
$$;

-- The status of a party on a day: party if the instrument is in force for it, contracting if that is later or unknown.
-- in_force is when the consent took effect for the party, or when the instrument entered into force.
CREATE FUNCTION status_of_standing(standing text, in_force date, day date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN standing <> 'bound' THEN standing WHEN in_force <= day THEN 'party' ELSE 'contracting' END
$$;

-- Whether a party is bound on a day, as far as is known. A signature may bind if no rule requires ratifications.
CREATE FUNCTION standing_binds(standing text, ratifications int, in_force date, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE standing WHEN 'provisional' THEN true
                         WHEN 'signatory' THEN ratifications IS NULL AND coalesce(in_force <= day, true)
                         ELSE coalesce(in_force <= day, true) END
$$;

-- Identifies a quote in table citation_place, as CitationClueFinder does.
CREATE FUNCTION quote_hash(quote text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN quote IS NULL THEN '' ELSE left(encode(sha256(convert_to(quote, 'UTF8')), 'hex'), 32) END
$$;

-- The citations that have no place in the current text of their document. Each is about what a clue is about.
CREATE FUNCTION orphaned_citations() RETURNS TABLE (about text, occurrences int) LANGUAGE sql STABLE AS $$
    SELECT document || '/' || anchor || '/' || quote_hash, occurrences FROM citation_place
    WHERE extraction IS NOT NULL AND current_anchor IS NULL
$$;

CREATE FUNCTION clues_at(instant timestamptz) RETURNS SETOF clue LANGUAGE sql STABLE AS $$
    SELECT * FROM clue
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

-- The clues that have one of these keys. OFFSET keeps PostgreSQL from combining the index of keys with other conditions, for
-- which it would read the whole primary key.
CREATE FUNCTION clues_with_keys(sought text[], instant timestamptz) RETURNS SETOF clue LANGUAGE sql STABLE AS $$
    SELECT * FROM (SELECT * FROM clue WHERE keys && sought AND keys <> '{}' OFFSET 0) clue
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION documents_at(instant timestamptz) RETURNS SETOF document LANGUAGE sql STABLE AS $$
    SELECT * FROM document
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION cited_quotes_at(instant timestamptz) RETURNS SETOF cited_quote LANGUAGE sql STABLE AS $$
    SELECT * FROM cited_quote
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

-- A span with the dissolution of its organisation. The columns have the order in which MembershipSpan reads them.
CREATE TYPE held_span AS (
    organization        text COLLATE "C",
    party               text COLLATE "C",
    aspect              text,
    status              text,
    opened              text COLLATE "C",
    closed              text,
    start_edtf          text,
    start_earliest      date,
    start_latest        date,
    start_uncertain     boolean,
    end_edtf            text,
    end_earliest        date,
    end_latest          date,
    end_uncertain       boolean,
    dissolved_edtf      text,
    dissolved_earliest  date,
    dissolved_latest    date,
    dissolved_uncertain boolean,
    after_party         boolean,
    founding            boolean,
    disputed            boolean,
    sources             jsonb,
    party_until         date,
    covering_sets       text[],
    covered_until       date[]
);

-- The first dissolution that ends a span: that of its organisation or that of its party, if the party is an organisation.
-- A party that was dissolved before the span began does not end it; it makes the span doubtful (after_party). A
-- dissolution is a fact of another stream, so reads join it and projectors never write it into spans. LIMIT 1 changes
-- the plan too: without it, a generic plan compares all organisations with every span.
CREATE FUNCTION dissolution_of_span(span_organization text, span_party text, span_start date, instant timestamptz)
RETURNS TABLE (edtf text, earliest date, latest date, uncertain boolean, after_party boolean) LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN NOT o.past THEN o.dissolved_edtf END, CASE WHEN NOT o.past THEN o.dissolved_earliest END,
           CASE WHEN NOT o.past THEN o.dissolved_latest END, CASE WHEN NOT o.past THEN o.dissolved_uncertain END,
           bool_or(o.past) OVER ()
    FROM (
        SELECT o.*, o.id <> span_organization AND coalesce(o.dissolved_latest <= span_start, false) AS past
        FROM organizations_at(instant) o WHERE o.id IN (span_organization, span_party)
    ) o
    ORDER BY o.past, o.dissolved_latest, o.dissolved_earliest, o.id <> span_organization LIMIT 1
$$;

CREATE FUNCTION held_spans_at(instant timestamptz) RETURNS SETOF held_span LANGUAGE sql STABLE AS $$
    SELECT s.organization, s.party, s.aspect, s.status, s.opened, s.closed,
           s.start_edtf, s.start_earliest, s.start_latest, s.start_uncertain,
           s.end_edtf, s.end_earliest, s.end_latest, s.end_uncertain,
           d.edtf, d.earliest, d.latest, d.uncertain, coalesce(d.after_party, false),
           s.founding, s.disputed, s.sources, s.party_until, s.covering_sets, s.covered_until
    FROM spans_at(instant) s
    LEFT JOIN LATERAL dissolution_of_span(s.organization, s.party, s.start_earliest, instant) d ON true
$$;

-- Spans that certainly or possibly hold on a day.
CREATE FUNCTION held_spans_on(day date, instant timestamptz) RETURNS SETOF held_span LANGUAGE sql STABLE AS $$
    SELECT * FROM held_spans_at(instant)
    WHERE start_earliest <= day AND end_latest > day AND (dissolved_latest IS NULL OR dissolved_latest > day)
$$;

-- Candidacies on a day, one of each party. If uncertain dates leave several, one with a requested status counts, else the
-- latest in the order of the timeline.
CREATE FUNCTION candidacies_on(requested text[], day date, instant timestamptz) RETURNS SETOF held_span
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (organization, party) * FROM held_spans_on(day, instant)
    WHERE aspect = 'candidacy'
    ORDER BY organization, party, status = ANY (requested) DESC, start_earliest DESC, start_latest DESC, opened DESC
$$;

-- Spans in which a party is a member, certainly or possibly, when something starts between two days.
CREATE FUNCTION member_spans_between(earliest date, latest date, instant timestamptz) RETURNS SETOF held_span
LANGUAGE sql STABLE AS $$
    SELECT * FROM held_spans_at(instant)
    WHERE aspect = 'status' AND status = 'member' AND start_earliest <= latest AND end_latest > earliest
    AND (dissolved_latest IS NULL OR dissolved_latest > earliest)
$$;

CREATE TYPE participant AS (
    party           text COLLATE "C",
    role            text COLLATE "C",
    members_of      text COLLATE "C",
    certain         boolean,
    start_earliest  date,
    start_latest    date,
    end_earliest    date,
    end_latest      date,
    start_uncertain boolean,
    end_uncertain   boolean,
    strength_least  bigint,
    strength_most   bigint
);

-- Who took part in an exercise: the named parties, and the members of participating organisations on a possible start day.
-- The first of the records represents the exercise; joined_participations decides between records. A party has
-- a row for each role, for each time that it joined, and for each organisation through which it took part. It is certain if
-- it is named, or was a member on every possible start day. An uncertain start of a membership is never certain within its
-- own bounds. Nothing is certain after the end of a state, and no open membership after the coverage of its sources. These
-- are the rules of MembershipSpan.certainty. Callers use this as LATERAL, so that the primary key finds the rows. OFFSET
-- prevents a join with the spans of all organisations.
CREATE FUNCTION participants_of(records text[], instant timestamptz) RETURNS SETOF participant
LANGUAGE sql STABLE AS $$
    SELECT CASE p.kind WHEN 'party' THEN p.party ELSE m.party END, p.role,
           CASE p.kind WHEN 'members-of' THEN p.party END, p.kind = 'party' OR coalesce(m.certain, false),
           p.start_earliest, p.start_latest, p.end_earliest, p.end_latest, p.start_uncertain, p.end_uncertain,
           CASE p.kind WHEN 'party' THEN p.strength_least END, CASE p.kind WHEN 'party' THEN p.strength_most END
    FROM joined_participations(records, instant) p
    LEFT JOIN LATERAL (
        SELECT s.party, s.start_latest + s.start_uncertain::int <= p.start_earliest AND NOT p.start_uncertain
                        AND NOT s.after_party AND s.party_until > p.start_latest
                        AND least(s.end_earliest, s.dissolved_earliest) > p.start_latest
                        AND (s.closed IS NOT NULL OR s.covering_sets = '{}' OR p.start_latest <= (
                            SELECT max(coalesce(c.covered_until, u.day))
                            FROM unnest(s.covering_sets, s.covered_until) u (set_id, day)
                            LEFT JOIN set_coverages_at(instant) c ON c.set_id = u.set_id)) AS certain
        FROM member_spans_between(p.start_earliest, p.start_latest, instant) s
        WHERE p.kind = 'members-of' AND s.organization = p.party OFFSET 0) m ON true
    WHERE p.kind = 'party' OR m.party IS NOT NULL
$$;

-- The years from one day to another. Empty if a side is open; at most the first 100 years.
CREATE FUNCTION years_between(earliest date, latest date) RETURNS SETOF int LANGUAGE sql IMMUTABLE AS $$
    SELECT generate_series(first, least(last, first + 99))
    FROM (SELECT CASE WHEN isfinite(earliest) AND isfinite(latest) THEN extract(year FROM earliest)::int END,
                 CASE WHEN isfinite(earliest) AND isfinite(latest) THEN extract(year FROM latest)::int END) y (first, last)
$$;

-- The years in which something certainly or possibly took place. A side without bounds begins with the other side's year, or
-- ends in the year of a day. At most the first 100 years; none if no bound is known. An uncertain date is never certain
-- within its own bounds.
CREATE FUNCTION participation_years(start_earliest date, start_latest date, start_uncertain boolean,
                                    end_earliest date, end_latest date, end_uncertain boolean, day date)
RETURNS TABLE (year int, certain boolean) LANGUAGE sql STABLE AS $$
    SELECT y.year, y.year BETWEEN extract(year FROM start_latest) + start_uncertain::int
                              AND extract(year FROM end_earliest) - end_uncertain::int
    FROM (SELECT CASE WHEN isfinite(start_earliest) THEN start_earliest WHEN isfinite(start_latest) THEN start_latest
                      WHEN isfinite(end_earliest) THEN end_earliest WHEN isfinite(end_latest) THEN end_latest END) f (first)
    CROSS JOIN LATERAL years_between(f.first, greatest(
        f.first, CASE WHEN isfinite(end_latest) THEN end_latest ELSE participation_years.day END)) y (year)
$$;

-- Whether a reader may see the text of a document. Rights and takedowns are always the current ones, also for reads of the
-- past.
CREATE FUNCTION text_may_be_read(of_document text, may_read_all boolean) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM document d
        WHERE d.id = of_document AND d.seq_to = 9223372036854775807
        AND d.taken_down IS NULL AND (may_read_all OR d.rights = 'public'))
$$;

-- A search question (SearchQuestion.json) as a query for texts of one language. Single words that are stop words of the
-- language are skipped, unless the question has no others. Null if nothing is left.
CREATE FUNCTION search_query(dictionary text, question jsonb) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
    result      tsquery;
    alternative jsonb;
    term        jsonb;
    word        jsonb;
    phrase      tsquery;
    wanted      tsquery;
    unwanted    tsquery;
    skip        boolean;
BEGIN
    FOREACH skip IN ARRAY ARRAY[true, false] LOOP
        FOR alternative IN SELECT jsonb_array_elements(question) LOOP
            wanted := NULL;
            unwanted := NULL;
            FOR term IN SELECT jsonb_array_elements(alternative) LOOP
                CONTINUE WHEN skip AND (term -> 'loose')::boolean
                    AND is_stop_word(dictionary, term -> 'words' -> 0 ->> 'word');
                phrase := NULL;
                FOR word IN SELECT jsonb_array_elements(term -> 'words') LOOP
                    phrase := CASE WHEN phrase IS NULL THEN searched.lexeme
                              ELSE tsquery_phrase(phrase, searched.lexeme, (word ->> 'distance')::int) END
                    FROM (SELECT ('''' || search_lexeme(dictionary, word ->> 'word') || ''''
                                  || CASE WHEN (word -> 'prefix')::boolean THEN ':*' ELSE '' END)::tsquery) searched (lexeme);
                END LOOP;
                IF (term -> 'negated')::boolean THEN
                    unwanted := coalesce(unwanted && !!phrase, !!phrase);
                ELSE
                    wanted := coalesce(wanted && phrase, phrase);
                END IF;
            END LOOP;
            wanted := coalesce(wanted && unwanted, wanted);
            result := coalesce(result || wanted, result, wanted);
        END LOOP;
        EXIT WHEN result IS NOT NULL;
    END LOOP;
    RETURN result;
END $$;

-- The question as a query for short texts, which have the words of several languages.
CREATE AGGREGATE any_query(tsquery) (SFUNC = tsquery_or, STYPE = tsquery);
CREATE FUNCTION short_text_query(question jsonb) RETURNS tsquery LANGUAGE sql STABLE AS $$
    SELECT any_query(search_query(d.dictionary, question)) FROM unnest(short_text_dictionaries()) d (dictionary)
$$;

-- Whether two JSON arrays of texts have at least half of all their elements in common. False if both are empty.
CREATE FUNCTION alike(one jsonb, other jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(2 * count(*) FILTER (WHERE one ? e.element AND other ? e.element) >= nullif(count(*), 0), false)
    FROM (SELECT jsonb_array_elements_text(one) UNION SELECT jsonb_array_elements_text(other)) e (element)
$$;

-- Whether two clues describe exercises that may be one. The dates overlap or are at most 14 days apart. The words of the
-- names are the same for the most part, and so are the parties. If one exercise has no name, the parties decide; if one has
-- no parties, the names decide.
CREATE FUNCTION may_be_one(one jsonb, other jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT (one ->> 'from')::date <= (other ->> 'until')::date + 14
        AND (one ->> 'until')::date + 14 >= (other ->> 'from')::date
        AND CASE WHEN '' IN (one ->> 'name', other ->> 'name') THEN alike(one -> 'parties', other -> 'parties')
            ELSE alike(one -> 'words', other -> 'words')
                AND ('[]' IN (one -> 'parties', other -> 'parties') OR alike(one -> 'parties', other -> 'parties'))
            END
$$;

-- The clues by which an exercise and the records that were merged into it are compared with others.
CREATE FUNCTION clues_of_exercise(root text, instant timestamptz) RETURNS TABLE (id text, said jsonb)
LANGUAGE sql STABLE AS $$
    SELECT c.id, c.said FROM clues_at(instant) c
    WHERE c.finding = 'possible-duplicate' AND c.fact = 'exercise' AND c.id = ANY (exercise_records(root, instant))
$$;

-- The related facts that make a clue a finding: one row if it is a finding, else no row. facts has at most ten of them,
-- each as kind/id; told has their values. Only the branch of the clue's kind is executed.
CREATE FUNCTION related_facts(finding text, id text, about text, said jsonb, start_earliest date, instant timestamptz)
RETURNS TABLE (facts text[], told text) LANGUAGE sql STABLE AS $$
    -- These clues are findings by themselves.
    SELECT '{}'::text[], NULL::text
    WHERE related_facts.finding IN ('contradiction', 'sum', 'outside-time', 'no-passage', 'end-before-start',
                                    'phase-outside-dates', 'parts-above-whole', 'metadata-conflict')
    AND (related_facts.finding <> 'outside-time' OR related_facts.said ->> 'warning' IS NOT NULL)
    UNION ALL
    -- outside-time of an organisation: it was founded after the date of the fact, or dissolved before it.
    SELECT ARRAY['organization/' || related_facts.about], min(o.told)
    FROM (
        SELECT 'was founded on ' || (f.said ->> 'founded') || ', after' AS told
        FROM clues_at(instant) f
        WHERE related_facts.finding = 'outside-time' AND related_facts.said ->> 'organization' IS NOT NULL
        AND f.finding = 'outside-time' AND f.about = related_facts.about AND f.about <> '' AND f.fact = 'organization'
        AND (f.said ->> 'first')::date > (related_facts.said ->> 'until')::date
        UNION ALL
        SELECT 'was dissolved on ' || o.dissolved_edtf || ', before'
        FROM organizations_at(instant) o
        WHERE related_facts.finding = 'outside-time' AND related_facts.said ->> 'organization' IS NOT NULL
        AND o.id = related_facts.about AND o.stands AND NOT o.dissolved_uncertain
        AND o.dissolved_latest <= (related_facts.said ->> 'from')::date
    ) o
    HAVING count(*) > 0
    UNION ALL
    -- orphaned-citation: the current text of the document has no passage or quote like that, or several.
    SELECT '{}'::text[], orphan.occurrences::text
    FROM citation_place orphan
    WHERE related_facts.finding = 'orphaned-citation'
    AND orphan.document = related_facts.said ->> 'document' AND orphan.anchor = related_facts.said ->> 'anchor'
    AND orphan.quote_hash = split_part(related_facts.about, '/', 3)
    AND orphan.extraction IS NOT NULL AND orphan.current_anchor IS NULL
    UNION ALL
    -- unregistered: no fact registers the thing that the clue names.
    SELECT '{}'::text[], NULL::text
    WHERE related_facts.finding = 'unregistered' AND NOT CASE related_facts.said ->> 'kind'
        WHEN 'organization' THEN EXISTS (
            SELECT FROM organizations_at(instant) o WHERE o.id = related_facts.said ->> 'id' AND o.stands)
        WHEN 'organ' THEN EXISTS (
            SELECT FROM institutions_at(instant) i
            WHERE i.kind = 'organ' AND i.organization = related_facts.said ->> 'organization'
            AND i.statement ->> 'organ' = related_facts.said ->> 'id')
        WHEN 'instrument' THEN EXISTS (
            SELECT FROM instruments_at(instant) i WHERE i.id = related_facts.said ->> 'id' AND i.stands)
        ELSE EXISTS (
            SELECT FROM facts_at(instant) f
            WHERE f.kind = related_facts.said ->> 'kind' AND f.id = related_facts.said ->> 'id' AND f.retracted IS NULL)
        END
    UNION ALL
    -- place: facts name several countries of one place. Those outside the majority are findings. The majority is counted
    -- once, because many facts may name one place.
    SELECT ARRAY(
               SELECT o.fact || '/' || o.id FROM clues_at(instant) o
               WHERE o.finding = 'place' AND o.about = related_facts.about AND o.about <> ''
               AND related_facts.said -> 'known' IS NULL AND o.said ->> 'country' <> related_facts.said ->> 'country'
               ORDER BY o.fact, o.id LIMIT 10),
           (SELECT string_agg(DISTINCT o.said ->> 'country', ' ') FROM clues_at(instant) o
            WHERE o.finding = 'place' AND o.about = related_facts.about AND o.about <> ''
            AND related_facts.said -> 'known' IS NULL AND o.said ->> 'country' <> related_facts.said ->> 'country')
    WHERE related_facts.finding = 'place' AND (
        related_facts.said -> 'known' IS NOT NULL
        OR (related_facts.about, related_facts.said ->> 'country') IN (
            SELECT placed.about, placed.country
            FROM (SELECT p.about, p.said ->> 'country' AS country, count(*) AS facts,
                         sum(count(*)) OVER (PARTITION BY p.about) AS of_place
                  FROM clues_at(instant) p WHERE p.finding = 'place' AND p.said -> 'known' IS NULL
                  GROUP BY p.about, p.said ->> 'country') placed
            WHERE placed.of_place > placed.facts AND placed.of_place >= 2 * placed.facts))
    UNION ALL
    -- unlisted-host: the state did not take part as a member of an organisation, or by a merged record.
    SELECT '{}'::text[], NULL::text
    WHERE CASE WHEN related_facts.finding = 'unlisted-host' THEN NOT EXISTS (
        SELECT FROM participants_of(exercise_records(exercise_root(related_facts.id, instant), instant), instant) p
        WHERE p.party = related_facts.said ->> 'country') END
    UNION ALL
    -- possible-duplicate: two exercises, each with its merged records, have records that may be one. The finding is the
    -- greater record of a pair. If several pairs are alike, the one with the least such record counts. The keys of
    -- LikenessKeys find the candidates, so few are compared.
    SELECT (array_agg(DISTINCT 'exercise/' || o.root))[1:10], min(o.name)
    FROM (
        SELECT exercise_root(o.id, instant) AS root, exercise_root(related_facts.id, instant) AS own,
               o.said ->> 'name' AS name
        FROM (SELECT ARRAY(SELECT jsonb_array_elements_text(related_facts.said -> 'sought')) AS keys
              WHERE related_facts.finding = 'possible-duplicate' OFFSET 0) sought
        CROSS JOIN LATERAL clues_with_keys(sought.keys, instant) o
        WHERE o.id < related_facts.id AND may_be_one(o.said, related_facts.said)
    ) o
    WHERE o.root <> o.own AND NOT EXISTS (
        SELECT FROM clues_of_exercise(o.own, instant) a CROSS JOIN clues_of_exercise(o.root, instant) b
        WHERE greatest(a.id, b.id) < related_facts.id AND may_be_one(a.said, b.said))
    HAVING count(*) > 0
    UNION ALL
    -- overlap: two terms in one office overlap. The later one is the finding.
    SELECT (array_agg(o.fact || '/' || o.id ORDER BY o.start_earliest, o.id))[1:10],
           string_agg(DISTINCT o.said ->> 'holder', ', ')
    FROM clues_at(instant) o
    WHERE related_facts.finding = 'overlap'
    AND o.finding = 'overlap' AND o.about = related_facts.about AND o.about <> ''
    AND (o.start_earliest, o.id) < (related_facts.start_earliest, related_facts.id)
    AND greatest((o.said ->> 'from')::date, (related_facts.said ->> 'from')::date)
        < least((o.said ->> 'until')::date, (related_facts.said ->> 'until')::date)
    HAVING count(*) > 0
    UNION ALL
    -- quotient: the figure per head differs from every total divided by the population.
    SELECT (array_agg(w.fact || '/' || w.id) || array_agg(p.fact || '/' || p.id))[1:10],
           string_agg(DISTINCT trim_scale(round(w.value / p.value, 2))::text, ' or ')
    FROM (SELECT w.fact, w.id, (w.said ->> 'value')::numeric AS value,
                 (w.said ->> 'least')::numeric AS least, (w.said ->> 'most')::numeric AS most
          FROM clues_at(instant) w
          WHERE related_facts.finding = 'quotient' AND related_facts.said ->> 'whole' <> ''
          AND w.finding = 'quotient' AND w.about = related_facts.about AND w.about <> ''
          AND w.said ->> 'measure' = related_facts.said ->> 'whole'
          AND lower(w.said ->> 'unit') = lower(related_facts.said ->> 'unit')) w
    CROSS JOIN
         (SELECT p.fact, p.id, (p.said ->> 'value')::numeric AS value,
                 (p.said ->> 'least')::numeric AS least, (p.said ->> 'most')::numeric AS most
          FROM clues_at(instant) p
          WHERE p.finding = 'quotient' AND p.about = related_facts.about AND p.about <> ''
          AND p.said ->> 'measure' = 'population') p
    HAVING count(*) > 0 AND NOT bool_or(
        w.least / p.most <= (related_facts.said ->> 'most')::numeric
        AND w.most / p.least >= (related_facts.said ->> 'least')::numeric)
$$;
