-- The traces of events that entered the log lately, while telemetry is on. A crash may empty this table: it loses spans only.
CREATE UNLOGGED TABLE change_trace (
    seq         bigint PRIMARY KEY,
    traceparent text        NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
