-- How often publication was asked for. Who acknowledges one asking may not delete another: what is on its way to a topic
-- that is lost meanwhile has to go to the new one too.
ALTER TABLE outbox ADD COLUMN asked int NOT NULL DEFAULT 1;
