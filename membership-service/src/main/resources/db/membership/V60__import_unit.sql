-- An earlier version that stages a file writes to import first, then to import_rows. So this migration locks import before
-- import_rows, otherwise each could wait for the other. Its worker locks import_unit before import.
LOCK TABLE import_unit, import;

-- The key of a unit has one name in the tables of all imports, so that the library imports can use it. The name of an
-- organisation and its last year are in import_rows until its unit is decided.
ALTER TABLE import_unit RENAME COLUMN organization TO unit;
ALTER TABLE import_unit DROP COLUMN name, DROP COLUMN last_year;
ALTER TABLE import_rows RENAME COLUMN organization TO unit;
ALTER TABLE import_rejected_rows RENAME COLUMN organization TO unit;
ALTER TABLE import_outcome RENAME COLUMN organization TO unit;
ALTER TABLE set_fact RENAME COLUMN organization TO unit;
ALTER INDEX import_rows_of_organization RENAME TO import_rows_of_unit;
ALTER INDEX import_rejected_rows_of_organization RENAME TO import_rejected_rows_of_unit;

-- A replica of an earlier version, which still runs during an upgrade, can then read no queue, so it fails no import.
ALTER TABLE import RENAME COLUMN turn TO queue_place;
