-- ANALYZE would copy passages into pg_statistic, where no takedown erases them. A change of type deletes what it copied
-- before. The type stays the same, so the table is not written again.
ALTER TABLE passage
    ALTER COLUMN text TYPE text, ALTER COLUMN text SET STATISTICS 0,
    ALTER COLUMN repaired TYPE text, ALTER COLUMN repaired SET STATISTICS 0;
