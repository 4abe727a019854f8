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
