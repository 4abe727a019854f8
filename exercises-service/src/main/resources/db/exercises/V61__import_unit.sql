-- An earlier version that stages a file writes to import first, then to import_rows. So this migration locks import before
-- import_rows, otherwise each could wait for the other. Its worker locks import_unit before import.
LOCK TABLE import_unit, import;

-- The key of a unit has one name and one type in the tables of all imports, so that the library imports can use it.
ALTER TABLE import_unit ALTER COLUMN batch TYPE text;
ALTER TABLE import_unit RENAME COLUMN batch TO unit;
ALTER TABLE import_rows ALTER COLUMN batch TYPE text;
ALTER TABLE import_rows RENAME COLUMN batch TO unit;
ALTER TABLE import_rejected_rows ALTER COLUMN batch TYPE text;
ALTER TABLE import_rejected_rows RENAME COLUMN batch TO unit;
ALTER TABLE set_fact ALTER COLUMN batch TYPE text;
ALTER TABLE set_fact RENAME COLUMN batch TO unit;
ALTER INDEX import_rows_of_batch RENAME TO import_rows_of_unit;
ALTER INDEX import_rejected_rows_of_batch RENAME TO import_rejected_rows_of_unit;

-- The index has the condition of the statement in the library, otherwise PostgreSQL does not use it.
DROP INDEX import_outcome_to_undo;
ALTER TABLE import_outcome ALTER COLUMN batch TYPE text;
ALTER TABLE import_outcome RENAME COLUMN batch TO unit;
CREATE INDEX import_outcome_to_undo ON import_outcome (import, unit)
    WHERE outcome IN ('accepted', 'corrected', 'retracted') OR outcome = 'known' AND after IS NOT NULL;

-- A replica of an earlier version, which still runs during an upgrade, can then read no queue, so it fails no import.
ALTER TABLE import RENAME COLUMN turn TO queue_place;
