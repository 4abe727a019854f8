-- ANALYZE would copy bytes and texts into pg_statistic, where no takedown erases them. A change of type deletes what it
-- copied before. The type stays the same, so no table is written again.
ALTER TABLE document_part ALTER COLUMN bytes TYPE bytea, ALTER COLUMN bytes SET STATISTICS 0;
ALTER TABLE document_text ALTER COLUMN text TYPE text, ALTER COLUMN text SET STATISTICS 0,
    ALTER COLUMN passages TYPE jsonb, ALTER COLUMN passages SET STATISTICS 0;
