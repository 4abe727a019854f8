-- Jobs are taken in this order, so an index on the time of the next attempt does not help.
DROP INDEX extraction_job_next_attempt;
CREATE INDEX extraction_job_order ON extraction_job (attempts, requested_at, document);
