-- Secret URLs of feeds: a reader whose program sends no token uses a key in the address. Only the hash of a key is stored.
CREATE TABLE feed_key (
    id           uuid        PRIMARY KEY,
    subject      text        NOT NULL,
    title        text        NOT NULL,
    key_hash     bytea       NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_on date
);
CREATE INDEX ON feed_key (subject, created_at);
