-- Administrators read the keys of all subjects in pages.
ALTER TABLE feed_key ADD number bigint GENERATED ALWAYS AS IDENTITY;
CREATE INDEX ON feed_key (number);
