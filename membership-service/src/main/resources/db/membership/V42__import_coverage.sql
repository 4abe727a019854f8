-- The time for which the file speaks, an EDTF interval; NULL if the import states none.
ALTER TABLE import ADD COLUMN covers text;
-- Whether the set got this coverage. An undo clears it.
ALTER TABLE import ADD COLUMN covers_published boolean NOT NULL DEFAULT false;
CREATE INDEX import_covers_published ON import (set_id, turn) WHERE covers_published;

-- A known row of another set adds its source to the fact, which an undo removes. Such an outcome has an "after".
DROP INDEX import_outcome_to_undo;
CREATE INDEX import_outcome_to_undo ON import_outcome (import, organization)
    WHERE outcome IN ('accepted', 'corrected', 'retracted') OR outcome = 'known' AND after IS NOT NULL;
