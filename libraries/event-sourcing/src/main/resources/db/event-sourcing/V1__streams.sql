-- The head of every stream. fillfactor and the lack of an index on what changes keep its updates heap-only.
CREATE TABLE stream (
    id          text PRIMARY KEY,
    type        text        NOT NULL,
    version     int         NOT NULL,
    recorded_at timestamptz NOT NULL
) WITH (fillfactor = 70);

-- What happened. Nothing here is ever updated or deleted. The sequence must keep CACHE 1:
-- with a larger one, commits of one stream could get a lower seq than earlier ones.
CREATE TABLE event (
    seq            bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) UNIQUE,
    stream_id      text        NOT NULL,
    version        int         NOT NULL,
    id             uuid        NOT NULL UNIQUE,
    type           text        NOT NULL,
    schema_version smallint    NOT NULL,
    data           jsonb       NOT NULL,
    meta           jsonb       NOT NULL,
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (stream_id, version)
);

-- Events that the relay still has to publish: a set, not a cursor, so that a late commit cannot be passed over.
CREATE TABLE outbox (
    seq bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

-- Answers given under an Idempotency-Key, so that the same request again gets the same answer.
CREATE TABLE command (
    subject      text        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    status       smallint,
    response     jsonb,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (subject, key)
);
