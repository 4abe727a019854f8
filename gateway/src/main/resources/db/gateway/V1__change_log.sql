-- The change log: every event of every service, once, in the order in which this gateway came to know it.

-- One row. Its lock serialises feeders, which makes seq dense and commit-ordered: a reader that has seen n has seen all
-- below n. The identity is that of the database's life (cluster, timeline, database); another one begins a new epoch.
CREATE TABLE change_head (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch    text        NOT NULL,
    identity text        NOT NULL,
    seq      bigint      NOT NULL,
    latest   timestamptz NOT NULL
) WITH (fillfactor = 10);

INSERT INTO change_head (epoch, identity, seq, latest) VALUES ('', '', 0, '0001-01-01 00:00:00Z');

CREATE TABLE change (
    seq           bigint      PRIMARY KEY,
    epoch         text        NOT NULL,
    stream_id     text        COLLATE "C" NOT NULL,
    version       int         NOT NULL,
    event_id      uuid        NOT NULL,
    kind          text        NOT NULL,
    type          text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    -- the greatest recorded_at up to here: it never falls, so an instant finds its place in the log by index
    latest        timestamptz NOT NULL,
    -- for filters: named in this change, or in an earlier one of its stream
    organizations text[]      NOT NULL,
    parties       text[]      NOT NULL,
    topic_id      text        NOT NULL,
    part          int         NOT NULL,
    off           bigint      NOT NULL,
    cloudevent    jsonb       NOT NULL,
    UNIQUE (stream_id, version)
);

CREATE INDEX change_latest ON change (latest, seq);

-- Where each stream stands: its next version is version + 1.
CREATE TABLE stream_head (
    stream_id     text   COLLATE "C" PRIMARY KEY,
    version       int    NOT NULL,
    event_id      uuid   NOT NULL,
    organizations text[] NOT NULL,
    parties       text[] NOT NULL
) WITH (fillfactor = 70);

-- Written with the changes, so Kafka keeps no offsets for us. By the topic's id: one made anew is another topic.
CREATE TABLE feeder_offset (
    topic_id    text   NOT NULL,
    part        int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic_id, part)
) WITH (fillfactor = 50);

-- Records that could not enter the log. A gap leaves by itself when the missing version arrives.
CREATE TABLE parked (
    topic_id  text        NOT NULL,
    part      int         NOT NULL,
    off       bigint      NOT NULL,
    stream_id text        COLLATE "C",
    version   int,
    reason    text        NOT NULL CHECK (reason IN ('gap', 'fork', 'malformed')),
    detail    text        NOT NULL,
    headers   json        NOT NULL,
    key       bytea,
    value     bytea,
    parked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic_id, part, off)
);

CREATE INDEX ON parked (stream_id, version);
