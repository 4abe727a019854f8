-- Parked records that an administrator has taken out for good: what they were, who did so and why.
CREATE TABLE dismissed (
    topic_id         text        NOT NULL,
    part             int         NOT NULL,
    off              bigint      NOT NULL,
    stream_id        text        COLLATE "C",
    version          int,
    reason           text        NOT NULL,
    detail           text        NOT NULL,
    headers          json        NOT NULL,
    key              bytea,
    value            bytea,
    parked_at        timestamptz NOT NULL,
    dismissed_at     timestamptz NOT NULL DEFAULT now(),
    dismissed_by     text        NOT NULL,
    dismissal_reason text        NOT NULL
);

-- The list of what is parked is read in this order.
CREATE INDEX ON parked (parked_at);
