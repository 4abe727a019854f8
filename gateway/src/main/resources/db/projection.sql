-- Tables of the projector runner, in every schema of read models.

-- The position of each projector in the change log; written in the same transaction as its rows.
CREATE TABLE position (
    projector text   PRIMARY KEY,
    seq       bigint NOT NULL
) WITH (fillfactor = 10);

-- Streams with an event that a projector could not read: this event and later ones of the stream wait for a replay.
CREATE TABLE parked_stream (
    projector text        NOT NULL,
    stream_id text        COLLATE "C" NOT NULL,
    seq       bigint      NOT NULL,
    reason    text        NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (projector, stream_id)
);
CREATE INDEX ON parked_stream (stream_id);

-- The position that every read model has reached. The epoch is that of the entry at this position. So a cursor from before a
-- restore stays valid for restored entries.
CREATE FUNCTION served_position() RETURNS TABLE (epoch text, seq bigint) LANGUAGE sql STABLE AS $$
    SELECT coalesce(c.epoch, h.epoch), p.seq
    FROM (SELECT coalesce(min(seq), 0) AS seq FROM position) p
    CROSS JOIN change_head h LEFT JOIN change c ON c.seq = p.seq
$$;
