-- Lists of imports, the newest first, by their filters. The primary key serves the list of all imports, and import_unfinished
-- that of the imports in progress.
CREATE INDEX import_by_status ON import (status, id);
CREATE INDEX import_by_set ON import (set_id, id);
