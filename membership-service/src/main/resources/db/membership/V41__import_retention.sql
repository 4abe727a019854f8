-- Since when the report of an import is being deleted: from then on it cannot be read, and the import not be undone.
ALTER TABLE import ADD COLUMN expired_at timestamptz;
-- Whether its outcomes, units and staged rows are deleted. One unit without an organisation then keeps the counts.
ALTER TABLE import ADD COLUMN emptied boolean NOT NULL DEFAULT false;
CREATE INDEX import_to_expire ON import (finished_at)
    WHERE expired_at IS NULL AND status IN ('completed', 'failed', 'undone');
CREATE INDEX import_to_empty ON import (expired_at) WHERE expired_at IS NOT NULL AND NOT emptied;
