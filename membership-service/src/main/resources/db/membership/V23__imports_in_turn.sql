-- Imports are worked off in the order in which their files were staged, which their ids do not tell: an id is older than
-- the staging, and a large file takes longer than a small one that came later. An undo queues up anew.
CREATE SEQUENCE import_turn;
ALTER TABLE import ADD COLUMN turn bigint;
UPDATE import SET turn = earlier.place
FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM import) AS earlier
WHERE earlier.id = import.id;
SELECT setval('import_turn', (SELECT count(*) + 1 FROM import));

-- What has begun ends before anything else begins: a plan holds only as long as nobody else changes the set. So
-- "planned" says that it is this import's turn, of an undo too, and at most one import can say so.
UPDATE import SET planned = false WHERE status IN ('running', 'undoing');
CREATE UNIQUE INDEX import_at_work ON import ((true)) WHERE planned AND status IN ('running', 'undoing');

-- What failed is given up: nothing is left to decide of its rows.
DELETE FROM import_rows USING import WHERE import.id = import_rows.import AND import.status = 'failed';
