-- An import that would take back much of what its set states records nothing, and waits until somebody releases it. What
-- it would do is counted first, organisation by organisation: "counting" is the status meanwhile.
ALTER TABLE import DROP CONSTRAINT import_status_check;
ALTER TABLE import ADD CONSTRAINT import_status_check
    CHECK (status IN ('counting', 'running', 'undoing', 'held', 'completed', 'failed', 'undone'));
-- Somebody agreed to whatever it retracts: with the file, or by releasing it.
ALTER TABLE import ADD COLUMN allow_retractions boolean NOT NULL DEFAULT false;
-- Whether it is counted first: then its units are gone through twice.
ALTER TABLE import ADD COLUMN counts boolean NOT NULL DEFAULT false;
-- Of one that is held, and of a dry run that would be: how many facts it would retract, how many effective dates it would
-- move, and how many facts the set states.
ALTER TABLE import ADD COLUMN held_retracted int;
ALTER TABLE import ADD COLUMN held_moved     int;
ALTER TABLE import ADD COLUMN held_of        int;
-- The later import of the set that has begun since this one was held.
ALTER TABLE import ADD COLUMN superseded_by uuid REFERENCES import;
CREATE INDEX import_held ON import (set_id) WHERE status = 'held';

-- Rejected rows whose organisation cannot be read: how many, and the first lines. They may be about any organisation.
ALTER TABLE import ADD COLUMN unreadable       int   NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN unreadable_lines int[] NOT NULL DEFAULT '{}';
-- Of files staged before this version nobody wrote down what their rejected rows are about.
UPDATE import SET unreadable = rejected, unreadable_lines =
    ARRAY(SELECT line FROM import_outcome WHERE import_outcome.import = import.id AND outcome = 'rejected'
          ORDER BY line LIMIT 3)
WHERE status = 'running' AND rejected > 0;

DROP INDEX import_unfinished;
CREATE INDEX import_unfinished ON import (id) WHERE status IN ('counting', 'running', 'undoing');
DROP INDEX import_at_work;
CREATE UNIQUE INDEX import_at_work ON import ((true)) WHERE planned AND status IN ('counting', 'running', 'undoing');

ALTER TABLE import_unit ADD COLUMN counted   boolean NOT NULL DEFAULT true;
ALTER TABLE import_unit ADD COLUMN to_retract int    NOT NULL DEFAULT 0;
ALTER TABLE import_unit ADD COLUMN to_move    int    NOT NULL DEFAULT 0;
CREATE INDEX import_unit_to_count ON import_unit (import, organization) WHERE NOT counted;

-- The rows of a file that were rejected, with what can be read of them; as import_rows has the others. They leave with
-- those.
CREATE TABLE import_rejected_rows (
    import       uuid       NOT NULL REFERENCES import,
    organization text       NOT NULL,
    lines        int[]      NOT NULL,
    parties      text[]     NOT NULL,
    names        text[]     NOT NULL,
    years        smallint[] NOT NULL
);
CREATE INDEX import_rejected_rows_of_organization ON import_rejected_rows (import, organization);
