-- Several workers take jobs. A job that a worker has taken becomes free again at next_attempt_at, which the worker
-- moves forward while it works. After a failure next_attempt_at is the end of the pause.
ALTER TABLE extraction_job
    ADD COLUMN next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ADD COLUMN taken_by uuid;
CREATE INDEX extraction_job_next_attempt ON extraction_job (next_attempt_at);
