-- The read models, made new for every version of the projecting code in a schema of their own (rm_<n>): a function
-- of the change log, so nothing here is ever migrated.
--
-- Every row is one version of one thing of one stream, on both time axes. Effective bounds are dates, an open side is
-- an infinite one, so that "held on a day" is plain comparison. Recorded: known from recorded_from / seq_from, until
-- recorded_to / seq_to, exclusive; the version that stands has 'infinity' and the largest bigint there.

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
-- What a stream says now is where its next event is folded into.
CREATE INDEX fact_standing ON fact (stream_id) WHERE seq_to = 9223372036854775807;
CREATE INDEX fact_cited ON fact USING GIN (cited) WHERE cited <> '{}';

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
    seq_from        bigint NOT NULL,
    seq_to          bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from   timestamptz NOT NULL,
    recorded_to     timestamptz NOT NULL DEFAULT 'infinity'
);
-- Reads go by organisation or by party; rows of one come in runs and lie together. A page is read in the order of the
-- index. With a further column, that reads bound, PostgreSQL would look for each value of the columns before it.
CREATE INDEX span_of_organization ON span (organization, aspect, party, opened);
CREATE INDEX span_of_party ON span (party, organization);
-- There are few candidacies, and every page of members looks for them.
CREATE INDEX span_candidacy ON span (organization, party) WHERE aspect = 'candidacy';

-- The time for which a data set speaks, an EDTF interval. Reads of spans get all of them, because there are few, and apply
-- them to the spans whose sources name the set.
CREATE TABLE set_coverage (
    set_id        text COLLATE "C" NOT NULL,
    covers        text NOT NULL,
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
    series          text,
    organizations   text[] NOT NULL,
    parties         text[] NOT NULL,
    members_of      text[] NOT NULL,
    start_earliest  date NOT NULL,
    start_latest    date NOT NULL,
    end_earliest    date NOT NULL,
    end_latest      date NOT NULL,
    strength_least  bigint,
    strength_most   bigint,
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
CREATE INDEX exercise_of_party ON exercise USING GIN (parties);

-- Organs, terms, meetings, relations, contributions, rules and figures that stand, each with the time in which it was so.
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
-- A list is of one kind, and of one organisation or one party.
CREATE INDEX institution_of_organization ON institution (organization, kind, start_earliest, id);
CREATE INDEX institution_of_party ON institution (party, kind, start_earliest, id) WHERE party IS NOT NULL;

-- What looks odd about a fact, alone or beside others: which clue is a finding is asked at read, since the others are facts
-- of other streams.
CREATE TABLE clue (
    finding         text COLLATE "C" NOT NULL,
    fact            text COLLATE "C" NOT NULL,
    id              text COLLATE "C" NOT NULL,
    about           text COLLATE "C" NOT NULL,
    said            jsonb NOT NULL,
    organizations   text[] NOT NULL,
    parties         text[] NOT NULL,
    start_earliest  date NOT NULL,
    end_latest      date NOT NULL,
    seq_from        bigint NOT NULL,
    seq_to          bigint NOT NULL DEFAULT 9223372036854775807,
    recorded_from   timestamptz NOT NULL,
    recorded_to     timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (finding, fact, id, about, seq_from)
);
-- Clues are compared with those about the same.
CREATE INDEX clue_about ON clue (finding, about) WHERE about <> '';
CREATE INDEX clue_of ON clue USING GIN (organizations, parties);

CREATE TABLE document (
    id              text COLLATE "C" NOT NULL,
    status          text NOT NULL,
    rights          text NOT NULL,
    language        text,
    type            text,
    described       text NOT NULL,
    words           tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', described)) STORED,
    date_earliest   date,
    date_latest     date,
    extraction      int,
    text_hash       text,
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
CREATE INDEX document_text ON document (text_hash) WHERE text_hash IS NOT NULL;
CREATE INDEX document_words ON document USING GIN (words);

-- The functions below are the vocabulary of the reads. Each is one SELECT, so PostgreSQL replaces a call in FROM by its
-- body: conditions of the caller reach the indexes of the table. In psql, set the position first:
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

CREATE FUNCTION institutions_at(instant timestamptz) RETURNS SETOF institution LANGUAGE sql STABLE AS $$
    SELECT * FROM institution
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION clues_at(instant timestamptz) RETURNS SETOF clue LANGUAGE sql STABLE AS $$
    SELECT * FROM clue
    WHERE seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= instant
    AND (seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > instant)
$$;

CREATE FUNCTION documents_at(instant timestamptz) RETURNS SETOF document LANGUAGE sql STABLE AS $$
    SELECT * FROM document
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
    founding            boolean,
    disputed            boolean,
    sources             jsonb
);

-- A dissolution is a fact of another stream, so reads join it and projectors never write it into spans. At most one
-- version of an organisation is known at a point. LIMIT 1 changes only the plan: without it, a generic plan compares all
-- organisations with every span.
CREATE FUNCTION held_spans_at(instant timestamptz) RETURNS SETOF held_span LANGUAGE sql STABLE AS $$
    SELECT s.organization, s.party, s.aspect, s.status, s.opened, s.closed,
           s.start_edtf, s.start_earliest, s.start_latest, s.start_uncertain,
           s.end_edtf, s.end_earliest, s.end_latest, s.end_uncertain,
           o.dissolved_edtf, o.dissolved_earliest, o.dissolved_latest, o.dissolved_uncertain,
           s.founding, s.disputed, s.sources
    FROM spans_at(instant) s
    LEFT JOIN LATERAL (SELECT * FROM organizations_at(instant) o WHERE o.id = s.organization LIMIT 1) o ON true
$$;

-- Spans that certainly or possibly hold on a day.
CREATE FUNCTION held_spans_on(day date, instant timestamptz) RETURNS SETOF held_span LANGUAGE sql STABLE AS $$
    SELECT * FROM held_spans_at(instant)
    WHERE start_earliest <= day AND end_latest > day AND (dissolved_latest IS NULL OR dissolved_latest > day)
$$;

-- Candidacies on a day, one of each party: where dates leave several possible, one with a requested status counts, else the
-- latest in the order in which changes apply.
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

-- Search words as a query of text search: each word as it stands, and as every dictionary of a text inflects it.
CREATE AGGREGATE any_query(tsquery) (SFUNC = tsquery_or, STYPE = tsquery);
CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql STABLE AS $$
    SELECT any_query(websearch_to_tsquery(d.dictionary::regconfig, words))
    FROM (SELECT 'simple' AS dictionary UNION SELECT dictionary FROM passage_dictionary) d
$$;

-- The facts beside a clue that make it a finding: one row if it is a finding, no row if it is not. facts has at most ten
-- of them, each as kind/id; told is what they state instead. Only the branch of the clue's kind is executed.
CREATE FUNCTION related_facts(finding text, id text, about text, said jsonb, start_earliest date, instant timestamptz)
RETURNS TABLE (facts text[], told text) LANGUAGE sql STABLE AS $$
    -- These clues are findings by themselves.
    SELECT '{}'::text[], NULL::text
    WHERE related_facts.finding IN ('contradiction', 'sum', 'no-passage')
    UNION ALL
    -- unregistered: no fact registers what the clue refers to.
    SELECT '{}'::text[], NULL::text
    WHERE related_facts.finding = 'unregistered' AND NOT CASE related_facts.said ->> 'kind'
        WHEN 'organization' THEN EXISTS (
            SELECT FROM organizations_at(instant) o WHERE o.id = related_facts.said ->> 'id' AND o.stands)
        WHEN 'organ' THEN EXISTS (
            SELECT FROM institutions_at(instant) i
            WHERE i.kind = 'organ' AND i.organization = related_facts.said ->> 'organization'
            AND i.statement ->> 'organ' = related_facts.said ->> 'id')
        ELSE EXISTS (
            SELECT FROM facts_at(instant) f
            WHERE f.kind = related_facts.said ->> 'kind' AND f.id = related_facts.said ->> 'id' AND f.retracted IS NULL)
        END
    UNION ALL
    -- place: facts have one place in several countries. Those outside the majority are odd. The majority is counted once,
    -- since many facts may name one place.
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
    -- overlap: of two terms in one office, the later one is odd.
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
    -- quotient: a figure per head is no quotient of any figures of the whole and of the population.
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
