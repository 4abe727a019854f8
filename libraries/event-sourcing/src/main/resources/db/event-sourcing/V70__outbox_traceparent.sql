-- The trace of the command that recorded the event (W3C Trace Context), while telemetry is on. It ends with the publication.
ALTER TABLE outbox ADD COLUMN traceparent text;
